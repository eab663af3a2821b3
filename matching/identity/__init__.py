"""Whether two records are of one person: names, identifiers and what the records tell, as a probability with its reasons."""
