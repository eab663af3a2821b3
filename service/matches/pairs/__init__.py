"""Chief engineer and chief architect together: lists of pairs, their explanation, export and pages."""
