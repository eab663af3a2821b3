"""National plans: made, saved, explained, priced, compared, repaired, adopted; over the API, as pages and as CSV."""
