"""Backups of a running service: taken, tried out, restored; whoever was erased since is erased again.

``restoring`` brings a backup into a database, ``drill`` restores it beside, into nothing that is used, and tells what it found.
"""
