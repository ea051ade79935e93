// title: 与某企业产品相同的企业 | Firms that make what a firm makes
// topic: similarity
// param: firm entity enterprise/朗恒化学 企业
// columns: other, product
MATCH (a:Enterprise)-[k:PRODUCES]->(p)<-[m:PRODUCES]-(f:Enterprise)
WHERE a.id = $firm AND f.id <> $firm AND k.origin = 'documents' AND m.origin = 'documents'
RETURN DISTINCT f.name AS other, p.name AS product
ORDER BY other, product
