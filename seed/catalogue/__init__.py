"""The catalogue as data files that a domain person can edit, the loader that writes them to the database, and their checker."""
