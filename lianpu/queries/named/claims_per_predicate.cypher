// title: 某文件读出了什么 | What was read from a document
// topic: evidence
// param: document entity document/jining-2020 文件
// columns: predicate, claims
MATCH (c:Claim)
WHERE c.document = $document AND c.origin = 'documents'
RETURN c.predicate AS predicate, count(DISTINCT c.id) AS claims
ORDER BY predicate, claims
