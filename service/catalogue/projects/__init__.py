"""National projects under the products, as anybody may read them."""
