"""The one way by which imports ask the network, and only registries that the operator names."""
