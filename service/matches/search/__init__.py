"""Finds people by a pasted text and by examples, through the same ranking as the shortlists."""
