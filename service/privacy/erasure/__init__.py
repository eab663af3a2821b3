"""Erasing a person: everything that says something of them goes, a trace that says nothing stays.

``ledger`` keeps salted digests beside the backups, ``vectors`` forgets what was computed of a person's texts.
"""
