"""Organisations that people work for, and that take part in products and projects."""
