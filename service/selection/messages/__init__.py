"""Messages to people: written in their language, sent where that is configured, else ready to copy."""
