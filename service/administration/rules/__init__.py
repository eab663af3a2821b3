"""Dated versions of the eligibility rules.

``trial`` is the dry run, which API and page share.
"""
