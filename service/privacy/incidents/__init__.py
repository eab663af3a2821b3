"""The log of breaches of personal data, each with the clock of its notification."""
