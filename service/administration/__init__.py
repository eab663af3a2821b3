"""What administrators change: weights, rules, products and projects, as new versions, with a dry run before.

``changing`` is what every change has in common, and ``fields`` what the forms of all rooms take.
"""
