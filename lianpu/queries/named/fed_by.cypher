// title: 某产品或产业的下游 | What a product or industry feeds
// topic: chain
// param: topic entity product/钢板 产品或产业
// columns: downstream
MATCH (s)-[k:FEEDS]->(o)
WHERE s.id = $topic AND k.origin = 'documents'
RETURN DISTINCT o.name AS downstream
ORDER BY downstream
