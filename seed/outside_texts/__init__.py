"""Requests for people in fields outside the catalogue, written for this product: what "none of these" looks like."""
