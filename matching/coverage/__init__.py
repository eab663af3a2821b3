"""Where the network has people and where it has nobody, counted from the rankings of every product and role."""
