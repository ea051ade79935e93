// title: 某企业所在产业 | Industries that a firm leads
// topic: firm
// param: firm entity enterprise/山推股份 企业
// columns: industry
MATCH (f:Enterprise)-[k:ANCHORS]->(i:Industry)
WHERE f.id = $firm AND k.origin = 'documents'
RETURN DISTINCT i.name AS industry
ORDER BY industry
