"""The database's history: one Alembic migration per step, and the functions that apply and compare them."""
