"""What administrators change: weights, rules, products and projects, as new versions, with a dry run before."""
