"""Texts made from the vocabulary, one module a language. The same schema gives the same bytes."""
