// title: 谁在找某产品或产业 | Who seeks a product or industry
// topic: gap
// param: topic entity product/发动机 产品或产业
// columns: owner, status, document
MATCH (c:Claim), (s), (d:Document)
WHERE c.predicate = 'seeks' AND c.object = $topic AND c.origin = 'documents' AND s.id = c.subject AND d.id = c.document
RETURN DISTINCT s.name AS owner, c.status AS status, d.title AS document
ORDER BY owner, status, document
