"""Whose ranking a change would change, computed without changing anything.

No addresses of its own: ``lists`` says which lists a change can touch, ``comparing`` ranks them twice, ``trying_out`` undoes a change.
"""
