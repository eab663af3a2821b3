"""What happened: events that cannot be changed, as auditors read them.

``verification`` follows the chain of hashes; events are appended by ``kit.events``.
"""
