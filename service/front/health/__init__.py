"""Whether the service lives, is ready and how it fares.

``check`` is what a container asks of itself.
"""
