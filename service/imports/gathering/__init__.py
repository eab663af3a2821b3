"""The rows of all tables of a file become people with their items."""
