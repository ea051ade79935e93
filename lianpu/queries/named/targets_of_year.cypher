// title: 某年的目标 | Targets of a year
// topic: target
// param: year integer 2025 年份
// columns: owner, metric, op, value, unit
MATCH (s)-[:HAS_TARGET]->(t:Target)
WHERE t.year = $year AND t.origin = 'documents'
RETURN DISTINCT s.name AS owner, t.metric AS metric, t.op AS op, t.value AS value, t.unit AS unit
ORDER BY owner, metric, op, value, unit
