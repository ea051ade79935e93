// title: 某产品或产业的上游 | What feeds a product or industry
// topic: chain
// param: topic entity industry/轴承产业 产品或产业
// columns: upstream
MATCH (s)-[k:FEEDS]->(o)
WHERE o.id = $topic AND k.origin = 'documents'
RETURN DISTINCT s.name AS upstream
ORDER BY upstream
