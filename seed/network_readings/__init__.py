"""What the readers that ship read of the default network, so that the demo need not read 2,000 people first."""
