"""Finds people by a pasted text and by examples, through the same ranking as the shortlists.

``answers`` cuts pages out of what was found, ``export`` is the list as CSV.
"""
