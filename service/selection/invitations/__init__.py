"""Invitations and their answers."""
