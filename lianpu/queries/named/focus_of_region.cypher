// title: 某地重点发展什么 | What a region focuses on
// topic: region
// param: region entity region/济宁市 地区
// columns: topic
// note: of the region itself, not of its parks and industries
MATCH (r:Region)-[k:FOCUSES_ON]->(t)
WHERE r.id = $region AND k.origin = 'documents'
RETURN DISTINCT t.name AS topic
ORDER BY topic
