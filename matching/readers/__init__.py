"""Readers learnt from people: what a record shows of a role, of a capability and of a product, statement by statement."""
