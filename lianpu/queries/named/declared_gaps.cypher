// title: 某地文件写明的缺口 | Gaps that the documents of a region declare
// topic: gap
// param: region entity region/济宁市 地区
// columns: owner, wanted, status, document, text
// note: documents of the region and of its parts
MATCH path = (inner:Region)-[:PART_OF*0..5]->(r:Region)
MATCH (d:Document)
WHERE r.id = $region AND all(x IN relationships(path) WHERE x.origin = 'regions') AND d.region = inner.id
WITH collect(DISTINCT d.id) AS ids
MATCH (s)-[k:SEEKS]->(o)
WHERE k.origin = 'documents' AND any(x IN k.documents WHERE x IN ids)
WITH s, o, ids
MATCH (c:Claim)
WHERE c.subject = s.id AND c.predicate = 'seeks' AND c.object = o.id AND c.origin = 'documents' AND c.document IN ids
MATCH (d:Document)
WHERE d.id = c.document
RETURN DISTINCT s.name AS owner, o.name AS wanted, c.status AS status, d.title AS document, c.text AS text
ORDER BY owner, wanted, status, document, text
