"""What the catalogue says of a product, and what its roles need.

``trial`` is the dry run, which API and page share.
"""
