"""Versions of weights.

``trial`` is the dry run, which API and page share.
"""
