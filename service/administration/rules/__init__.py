"""Dated versions of the eligibility rules."""
