"""People leave in the format that an import reads."""
