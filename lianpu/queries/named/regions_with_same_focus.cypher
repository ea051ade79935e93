// title: 与某地方向相同的地区 | Regions with the focus of a region
// topic: similarity
// param: region entity region/济宁市 地区
// columns: other, shared
// note: how many topics both name; what they are is lianpu compare
MATCH (a:Region)-[k:FOCUSES_ON]->(t)<-[m:FOCUSES_ON]-(r:Region)
WHERE a.id = $region AND r.id <> $region AND k.origin = 'documents' AND m.origin = 'documents'
RETURN r.name AS other, count(DISTINCT t.id) AS shared
ORDER BY other, shared
