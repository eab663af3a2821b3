"""National projects."""
