// title: 某主体所缺而无企业生产的产品 | What an owner seeks and no firm in the graph makes
// topic: gap
// param: owner entity industry/不锈钢产业 主体
// columns: wanted
MATCH (s)-[k:SEEKS]->(o)
WHERE s.id = $owner AND k.origin = 'documents' AND NOT EXISTS { MATCH (f:Enterprise)-[m:PRODUCES]->(o) WHERE m.origin = 'documents' }
RETURN DISTINCT o.name AS wanted
ORDER BY wanted
