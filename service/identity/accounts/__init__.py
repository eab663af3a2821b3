"""Accounts: signing in, invitations, one's own sessions and keys, and their administration.

One file for each way in (``signing_in``, ``openid``, ``inviting``) and for what it rests on (passwords, cookies, keys, attempts).
"""
