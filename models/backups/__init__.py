"""Backups: one file for SQLite and PostgreSQL alike, written from one snapshot while others write, and loaded whole or not at all.

``archive`` is the file, ``values`` how a row stands in it, ``dumping`` writes it, ``loading`` brings it into a database.
"""
