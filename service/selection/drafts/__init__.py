"""Drafts: what the recommender proposes, and what people decide and find about it."""
