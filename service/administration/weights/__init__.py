"""Versions of weights."""
