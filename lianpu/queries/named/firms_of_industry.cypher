// title: 某产业的企业 | Firms of an industry
// topic: firm
// param: industry entity industry/不锈钢产业 产业
// columns: firm, relation, topic
// note: firms that lead or make it, and those of its sub-industries
MATCH (f:Enterprise)-[a:ANCHORS]->(i:Industry)
MATCH path = (i)-[:SUB_INDUSTRY_OF*0..5]->(top:Industry)
WHERE top.id = $industry AND a.origin = 'documents' AND all(x IN relationships(path) WHERE x.origin = 'documents')
RETURN DISTINCT f.name AS firm, 'anchors' AS relation, i.name AS topic
UNION
MATCH (f:Enterprise)-[p:PRODUCES]->(i:Industry)
MATCH path = (i)-[:SUB_INDUSTRY_OF*0..5]->(top:Industry)
WHERE top.id = $industry AND p.origin = 'documents' AND all(x IN relationships(path) WHERE x.origin = 'documents')
RETURN DISTINCT f.name AS firm, 'produces' AS relation, i.name AS topic
