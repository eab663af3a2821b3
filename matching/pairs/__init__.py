"""Pairs of a chief engineer and a chief architect for one product or project, from the two rankings of it."""
