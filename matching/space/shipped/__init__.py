"""The text space that ships with the product: words, gloss, meaning and their balance, sealed in one file."""
