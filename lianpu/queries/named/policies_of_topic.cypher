// title: 规划某产业的政策 | Policies that plan for an industry or place
// param: topic entity industry/现代物流业 产业或地区
// columns: policy
MATCH (p:Policy)-[k:REGULATES]->(o)
WHERE o.id = $topic AND k.origin = 'documents'
RETURN DISTINCT p.name AS policy
ORDER BY policy
