"""Formats that people come in, each a pure function from bytes to records or offers."""
