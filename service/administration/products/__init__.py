"""What the catalogue says of a product, and what its roles need."""
