// title: 某地的文件 | Documents of a region
// topic: policy
// param: region entity region/济宁市 地区
// columns: document, number
// note: and of its parts
MATCH path = (inner:Region)-[:PART_OF*0..5]->(r:Region)
MATCH (d:Document)
WHERE r.id = $region AND all(x IN relationships(path) WHERE x.origin = 'regions') AND d.region = inner.id
RETURN DISTINCT d.title AS document, d.number AS number
ORDER BY document, number
