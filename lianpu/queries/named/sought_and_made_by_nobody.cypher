// title: 某主体所缺而无企业生产的产品 | What an owner seeks and no firm in the graph makes
// param: owner entity industry/工程机械 主体
// columns: wanted
MATCH (s)-[k:SEEKS]->(o)
WHERE s.id = $owner AND k.origin = 'documents' AND NOT EXISTS { MATCH (f:Enterprise)-[m:PRODUCES]->(o) WHERE m.origin = 'documents' }
RETURN DISTINCT o.name AS wanted
ORDER BY wanted
