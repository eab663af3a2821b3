"""Conflicts of interest on their own: a check of one person against a subject or another person, and what people decide of it."""
