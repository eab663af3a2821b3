"""From signals to a shortlist: weights, score, bands, order."""
