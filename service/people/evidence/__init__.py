"""The dated items of a person: everything that is scored, and what every reason points to."""
