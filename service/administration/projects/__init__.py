"""National projects.

``trial`` is the dry run, which API and page share.
"""
