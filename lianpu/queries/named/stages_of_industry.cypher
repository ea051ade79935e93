// title: 某产业的链条环节 | Stages of an industry's chain
// topic: chain
// param: industry entity industry/不锈钢产业 产业
// columns: stage, position, place
// note: as documents spell the chain out; reference chains are lianpu chains show
MATCH (c:Claim), (s)
WHERE c.predicate = 'stageOf' AND c.object = $industry AND c.origin = 'documents' AND s.id = c.subject
RETURN DISTINCT s.name AS stage, c.position AS position, c.ord AS place
ORDER BY stage, position, place
