// title: 某产业的细分行业 | Sub-industries of an industry
// topic: chain
// param: industry entity industry/高端装备产业集群 产业
// columns: part
MATCH (i:Industry)-[k:SUB_INDUSTRY_OF]->(top:Industry)
WHERE top.id = $industry AND k.origin = 'documents'
RETURN DISTINCT i.name AS part
ORDER BY part
