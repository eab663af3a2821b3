"""People who are brought in from files."""
