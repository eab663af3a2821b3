"""Requests for people."""
