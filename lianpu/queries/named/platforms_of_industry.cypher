// title: 支撑某产业的平台与机构 | Platforms and institutes that serve an industry
// topic: region
// param: industry entity industry/轴承产业 产业
// columns: body
MATCH (x)-[k:SUPPORTS]->(i:Industry)
WHERE i.id = $industry AND k.origin = 'documents'
RETURN DISTINCT x.name AS body
ORDER BY body
