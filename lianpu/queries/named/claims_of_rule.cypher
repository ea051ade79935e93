// title: 某条规则读出的内容 | What a rule has read
// topic: evidence
// param: rule string focus 规则
// columns: subject, predicate, object, text
// note: to look a rule over
MATCH (c:Claim), (s), (o)
WHERE c.rule = $rule AND c.origin = 'documents' AND o.name IS NOT NULL AND s.id = c.subject AND o.id = c.object
RETURN DISTINCT s.name AS subject, c.predicate AS predicate, o.name AS object, c.text AS text
ORDER BY subject, predicate, object, text
