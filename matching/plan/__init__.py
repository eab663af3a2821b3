"""The plan over many seats: people, alternates, what stayed empty and why, prices and differences; rankings in, ids out."""
