// title: 某部门牵头或负责什么 | What an agency leads or answers for
// topic: duty
// param: agency entity agency/市工业和信息化局/370800 部门
// columns: subject, role
MATCH (s)-[k:LEAD_AGENCY]->(a:Agency)
WHERE a.id = $agency AND k.origin = 'documents'
RETURN DISTINCT s.name AS subject, 'leadAgency' AS role
UNION
MATCH (s)-[k:RESPONSIBLE_AGENCY]->(a:Agency)
WHERE a.id = $agency AND k.origin = 'documents'
RETURN DISTINCT s.name AS subject, 'responsibleAgency' AS role
