"""Training the text space that ships, from the product's own texts and parallel texts of free software."""
