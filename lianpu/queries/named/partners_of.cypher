// title: 某实体的合作方 | Partners of an entity
// topic: firm
// param: entity entity institution/山东大学 实体
// columns: partner
MATCH (s)-[k:WORKS_WITH]-(o)
WHERE s.id = $entity AND k.origin = 'documents'
RETURN DISTINCT o.name AS partner
ORDER BY partner
