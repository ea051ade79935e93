// title: 文件怎样说某实体 | What documents say of an entity
// topic: evidence
// param: entity entity enterprise/山推股份 实体
// columns: predicate, object, status, document, text
MATCH (c:Claim), (o), (d:Document)
WHERE c.subject = $entity AND c.origin = 'documents' AND o.id = c.object AND d.id = c.document AND o.name IS NOT NULL
RETURN DISTINCT c.predicate AS predicate, o.name AS object, c.status AS status, d.title AS document, c.text AS text
ORDER BY predicate, object, status, document, text
