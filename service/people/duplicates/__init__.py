"""One person, one record: pairs that may be one person's, what people decide of them, and merges that can be undone.

``records`` and ``finding`` compare, ``operations`` keep decisions, ``merging`` and ``undoing`` move rows, ``rows`` remembers them.
"""
