// title: 某产业的龙头企业 | Firms that lead an industry
// topic: firm
// param: industry entity industry/不锈钢产业 产业
// columns: firm
MATCH (f:Enterprise)-[k:ANCHORS]->(i:Industry)
WHERE i.id = $industry AND k.origin = 'documents'
RETURN DISTINCT f.name AS firm
ORDER BY firm
