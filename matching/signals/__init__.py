"""Signals in [0, 1]: one file each, one interface, each with the evidence it rests on."""
