// title: 某产品或产业的上游 | What feeds a product or industry
// param: topic entity industry/第三代半导体 产品或产业
// columns: upstream
MATCH (s)-[k:FEEDS]->(o)
WHERE o.id = $topic AND k.origin = 'documents'
RETURN DISTINCT s.name AS upstream
ORDER BY upstream
