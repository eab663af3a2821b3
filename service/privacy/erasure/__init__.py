"""Erasing a person: everything that says something of them goes, a trace that says nothing stays."""
