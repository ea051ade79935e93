// title: 规划某产业的政策 | Policies that plan for an industry or place
// topic: policy
// param: topic entity industry/不锈钢产业 产业或地区
// columns: policy
MATCH (p:Policy)-[k:REGULATES]->(o)
WHERE o.id = $topic AND k.origin = 'documents'
RETURN DISTINCT p.name AS policy
ORDER BY policy
