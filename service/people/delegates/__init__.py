"""Delegate editors: whom an expert lets edit the own evidence, and nothing else; either of the two ends it."""
