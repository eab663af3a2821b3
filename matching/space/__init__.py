"""Texts as numbers: words, names of capabilities, rows of meaning, what an encoder offers; and the text space for measurements."""
