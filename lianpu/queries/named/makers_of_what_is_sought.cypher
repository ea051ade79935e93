// title: 某主体所缺产品的生产企业 | Firms that make what an owner seeks
// topic: gap
// param: owner entity industry/医药产业集群 主体
// columns: wanted, firm
// note: the same name only; candidates by chain and table are lianpu gaps
MATCH (s)-[k:SEEKS]->(o)<-[m:PRODUCES]-(f:Enterprise)
WHERE s.id = $owner AND k.origin = 'documents' AND m.origin = 'documents'
RETURN DISTINCT o.name AS wanted, f.name AS firm
ORDER BY wanted, firm
