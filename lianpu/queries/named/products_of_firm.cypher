// title: 某企业的产品 | What a firm makes
// topic: firm
// param: firm entity enterprise/齐鲁漆业 企业
// columns: product, status, document, text
MATCH (f:Enterprise)-[p:PRODUCES]->(o), (c:Claim), (d:Document)
WHERE f.id = $firm AND p.origin = 'documents' AND c.subject = f.id AND c.predicate = 'produces' AND c.object = o.id
  AND c.origin = 'documents' AND d.id = c.document
RETURN DISTINCT o.name AS product, c.status AS status, d.title AS document, c.text AS text
ORDER BY product, status, document, text
