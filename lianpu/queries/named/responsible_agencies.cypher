// title: 牵头和责任单位 | Who is responsible
// topic: duty
// param: subject entity industry/高端装备产业集群 产业、项目或文件
// columns: agency, role, topic
// note: role is lead (牵头单位) or responsible (责任单位); for an industry its sub-industries count too
MATCH (i)-[l:LEAD_AGENCY]->(a:Agency)
MATCH path = (i)-[:SUB_INDUSTRY_OF*1..5]->(top)
WHERE top.id = $subject AND l.origin = 'documents' AND all(x IN relationships(path) WHERE x.origin = 'documents')
RETURN DISTINCT a.name AS agency, 'lead' AS role, i.name AS topic
UNION
MATCH (i)-[l:RESPONSIBLE_AGENCY]->(a:Agency)
MATCH path = (i)-[:SUB_INDUSTRY_OF*1..5]->(top)
WHERE top.id = $subject AND l.origin = 'documents' AND all(x IN relationships(path) WHERE x.origin = 'documents')
RETURN DISTINCT a.name AS agency, 'responsible' AS role, i.name AS topic
UNION
MATCH (i)-[l:LEAD_AGENCY]->(a:Agency)
WHERE i.id = $subject AND l.origin = 'documents'
RETURN DISTINCT a.name AS agency, 'lead' AS role, i.name AS topic
UNION
MATCH (i)-[l:RESPONSIBLE_AGENCY]->(a:Agency)
WHERE i.id = $subject AND l.origin = 'documents'
RETURN DISTINCT a.name AS agency, 'responsible' AS role, i.name AS topic
