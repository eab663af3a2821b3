"""Words: normalisation of Vietnamese and English, and the tokens that every text block is built from."""
