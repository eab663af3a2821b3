"""What exists: vocabulary, tables with their constraints, the database engine and its migrations."""
