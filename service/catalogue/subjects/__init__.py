"""What somebody can be sought for: a product, a project or a technology group, and what it needs.

Read by the wings above, without addresses: ``contents`` is what a subject is about, ``needs`` what the matcher is asked.
"""
