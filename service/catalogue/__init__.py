"""Product lists, technology groups and products, as anybody may read them."""
