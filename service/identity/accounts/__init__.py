"""Accounts: signing in, invitations, one's own sessions and keys, and their administration."""
