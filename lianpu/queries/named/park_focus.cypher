// title: 某园区的主导产业 | What a park focuses on
// topic: park
// param: park entity park/郑家镇工业集聚区 园区
// columns: focus, status, document, text
MATCH (k:Park)-[p:FOCUSES_ON]->(o), (c:Claim), (d:Document)
WHERE k.id = $park AND p.origin = 'documents' AND c.subject = k.id AND c.predicate = 'focusesOn' AND c.object = o.id
  AND c.origin = 'documents' AND d.id = c.document
RETURN DISTINCT o.name AS focus, c.status AS status, d.title AS document, c.text AS text
ORDER BY focus, status, document, text
