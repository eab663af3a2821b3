"""What the encoder made of the default synthetic network and of the catalogue, so that nobody waits for it."""
