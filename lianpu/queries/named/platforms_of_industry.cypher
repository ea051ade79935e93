// title: 支撑某产业的平台与机构 | Platforms and institutes that serve an industry
// param: industry entity industry/工程机械 产业
// columns: body
MATCH (x)-[k:SUPPORTS]->(i:Industry)
WHERE i.id = $industry AND k.origin = 'documents'
RETURN DISTINCT x.name AS body
ORDER BY body
