// title: 重点发展某产业或产品的地区 | Regions that focus on an industry or product
// topic: region
// param: topic entity industry/工程机械 产品或产业
// columns: region
MATCH (r:Region)-[k:FOCUSES_ON]->(t)
WHERE t.id = $topic AND k.origin = 'documents'
RETURN DISTINCT r.name AS region
ORDER BY region
