"""What records still lack, and whom to ask for what."""
