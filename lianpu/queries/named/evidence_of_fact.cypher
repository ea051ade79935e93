// title: 某条事实的依据 | Evidence of a fact
// topic: evidence
// param: subject entity industry/工程机械 主体
// param: predicate string seeks 关系
// param: object entity product/发动机 客体
// columns: status, document, section, text, start, stop, rule
MATCH (c:Claim), (d:Document)
WHERE c.subject = $subject AND c.predicate = $predicate AND c.object = $object AND c.origin = 'documents' AND d.id = c.document
RETURN DISTINCT c.status AS status, d.title AS document, c.section AS section, c.text AS text, c.start AS start, c.stop AS stop,
  c.rule AS rule
ORDER BY document, start, stop, status, section, text, rule
