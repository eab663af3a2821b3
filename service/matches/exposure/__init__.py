"""The report of who is ever shown on a list, and the effect that a diversity policy would have on one list.

``labels`` says what the groups are called.
"""
