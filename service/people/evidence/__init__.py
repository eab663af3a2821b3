"""The dated items of a person: everything that is scored, and what every reason points to.

``vouching`` says which fields only a coordinator sets.
"""
