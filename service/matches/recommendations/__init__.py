"""Who is recommended for a product, a project or a group, with reasons: lists, explanations and exports from one ranking."""
