"""lianpu 链谱: industrial plans in, a knowledge graph with evidence out, questions answered from it."""
