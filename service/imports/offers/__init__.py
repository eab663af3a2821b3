"""What a person's own CV or registry record offers, to be confirmed item by item."""
