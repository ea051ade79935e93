// title: 某地的项目 | Projects in a region
// topic: region
// param: region entity region/济宁市 地区
// columns: project, place
// note: through parks and parts of the region
MATCH (x:Project)-[l:LOCATED_IN]->(at)
MATCH path = (at)-[:LOCATED_IN|PART_OF*0..5]->(r:Region)
WHERE r.id = $region AND l.origin = 'documents' AND all(e IN relationships(path) WHERE e.origin IN ['documents', 'regions'])
RETURN DISTINCT x.name AS project, at.name AS place
ORDER BY project, place
