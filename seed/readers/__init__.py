"""Trains the readers of ``matching/readers`` from the written people, and seals what was learnt."""
