"""Signing, and checking what was signed."""
