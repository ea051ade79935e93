// title: 某产品的企业 | Firms that make a product
// topic: firm
// param: product entity product/纳米技术 产品
// columns: firm
// note: existing or planned: see evidence_of_fact
MATCH (f:Enterprise)-[k:PRODUCES]->(p)
WHERE p.id = $product AND k.origin = 'documents'
RETURN DISTINCT f.name AS firm
ORDER BY firm
