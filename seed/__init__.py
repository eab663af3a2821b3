"""A believable world: the catalogue as data files, and a synthetic network of experts with planted answers."""
