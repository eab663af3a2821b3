"""How the service does: times, seats filled, refusals, open requests."""
