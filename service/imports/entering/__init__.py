"""Records of a file enter the network, some hundreds of people at a time, in the caller's transaction."""
