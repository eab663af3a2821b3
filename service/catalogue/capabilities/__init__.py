"""The capability thesaurus, as anybody may read and search it."""
