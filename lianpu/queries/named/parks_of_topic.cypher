// title: 聚焦某产业或产品的园区 | Parks that focus on an industry or product
// topic: park
// param: topic entity industry/生物医药产业 产品或产业
// columns: park
MATCH (x:Park)-[k:FOCUSES_ON]->(o)
WHERE o.id = $topic AND k.origin = 'documents'
RETURN DISTINCT x.name AS park
ORDER BY park
