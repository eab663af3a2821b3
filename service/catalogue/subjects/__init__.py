"""What somebody can be sought for: a product, a project or a technology group, and what it needs."""
