"""One file a family of relations; each reads a statement and writes drafts into a Reading."""
