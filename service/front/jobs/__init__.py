"""Slow work: a queue in the database, workers that hold jobs by a lease, and the addresses to follow them."""
