"""What happened: events that cannot be changed, chained by their hashes, written in the transaction of what they record."""
