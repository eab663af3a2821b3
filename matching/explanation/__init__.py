"""Why somebody stands where they stand, in both languages, each line pointing to evidence."""
