"""What a person is tied to: relations that can become a conflict of interest.

``vouching`` says which fields only a coordinator sets, and who may remove a relation.
"""
