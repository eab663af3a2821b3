"""The national programmes, their priority sectors and product criteria, as anybody may read them."""
