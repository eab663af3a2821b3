"""Files that were sent: runs with progress, cancelled or resumed, and what they refused."""
