"""Who fits, and why: everything that is computed from the catalogue and the people."""
