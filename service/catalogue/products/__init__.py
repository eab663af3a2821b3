"""Product lists with their groups and products."""
