"""What the encoder made of the catalogue: names of capabilities and statements of briefs, so that nobody waits for it."""
