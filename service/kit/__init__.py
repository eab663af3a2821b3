"""What every wing stands on; it knows nothing of experts, products or selections."""
