"""People whom somebody names, for a role or for the network; nobody is matched for having been named."""
