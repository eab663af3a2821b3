"""The people of the network: who they are, what they have shown, and what they agreed to."""
