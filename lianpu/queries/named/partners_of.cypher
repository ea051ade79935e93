// title: 某实体的合作方 | Partners of an entity
// param: entity entity region/东昌府区 实体
// columns: partner
MATCH (s)-[k:WORKS_WITH]-(o)
WHERE s.id = $entity AND k.origin = 'documents'
RETURN DISTINCT o.name AS partner
ORDER BY partner
