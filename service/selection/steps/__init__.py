"""The steps of the procedure and which may follow which."""
