"""What the readers that ship read of the default network, so that its demo reads nobody first."""
