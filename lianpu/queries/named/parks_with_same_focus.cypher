// title: 与某园区方向相同的园区 | Parks with the focus of a park
// topic: similarity
// param: park entity park/淄川经济开发区 园区
// columns: other, topic
MATCH (a:Park)-[k:FOCUSES_ON]->(t)<-[m:FOCUSES_ON]-(x:Park)
WHERE a.id = $park AND x.id <> $park AND k.origin = 'documents' AND m.origin = 'documents'
RETURN DISTINCT x.name AS other, t.name AS topic
ORDER BY other, topic
