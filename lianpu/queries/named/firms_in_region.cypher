// title: 某地的企业 | Firms in a region
// topic: firm
// param: region entity region/济宁市 地区
// columns: firm, place
// note: through parks and parts of the region; the place is the one that is stated, or that of the document (see docs/gaps.md)
MATCH (f:Enterprise)-[l:LOCATED_IN]->(at)
MATCH path = (at)-[:LOCATED_IN|PART_OF*0..5]->(r:Region)
WHERE r.id = $region AND l.origin = 'documents' AND all(x IN relationships(path) WHERE x.origin IN ['documents', 'regions'])
RETURN DISTINCT f.name AS firm, at.name AS place
ORDER BY firm, place
