"""Drafts: what the recommender proposes, and what people decide and find about it.

``snapshots`` and ``arranging`` make a list, ``findings`` and ``answering`` ask people, ``guards`` let in whoever reaches the request.
"""
