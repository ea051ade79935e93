// title: 提到某实体的文件 | Documents that name an entity
// topic: evidence
// param: entity entity industry/轴承产业 实体
// columns: document, places
MATCH (c:Claim), (d:Document)
WHERE c.subject = $entity AND c.predicate = 'mention' AND c.origin = 'documents' AND d.id = c.document
RETURN d.title AS document, count(DISTINCT c.id) AS places
ORDER BY document, places
