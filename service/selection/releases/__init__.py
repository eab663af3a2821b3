"""What leads see of a signed shortlist, and what they say of it.

``pseudonyms`` stand for people until they accept.
"""
