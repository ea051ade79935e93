// title: 某产业的目标 | Targets of an industry
// topic: target
// param: industry entity industry/高端装备产业集群 产业
// columns: topic, metric, year, op, value, unit
// note: of the industry and its sub-industries; a target without a year has none in the document
MATCH (i:Industry)-[:HAS_TARGET]->(t:Target)
MATCH path = (i)-[:SUB_INDUSTRY_OF*0..5]->(top:Industry)
WHERE top.id = $industry AND t.origin = 'documents' AND all(x IN relationships(path) WHERE x.origin = 'documents')
RETURN DISTINCT i.name AS topic, t.metric AS metric, t.year AS year, t.op AS op, t.value AS value, t.unit AS unit
ORDER BY topic, metric, year, op, value, unit
