"""Who is recommended for a product, a project or a group, with reasons: lists, explanations and exports from one ranking.

``recommending`` is the one way to a ranking, from ``inputs``; ``answers`` cuts pages out of it, ``cells`` and ``overview`` keep the first
places of every list; the rest says them in words and numbers.
"""
