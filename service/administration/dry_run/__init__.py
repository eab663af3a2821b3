"""Whose ranking a change would change, computed without changing anything."""
