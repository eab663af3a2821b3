"""Files become tables of words: one way for each kind of file."""
