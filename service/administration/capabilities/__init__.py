"""Capabilities of the thesaurus."""
