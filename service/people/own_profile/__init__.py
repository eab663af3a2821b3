"""What an expert sees of himself or herself: one page with everything that is kept."""
