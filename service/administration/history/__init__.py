"""Who changed the catalogue, when, why, and what stood there before."""
