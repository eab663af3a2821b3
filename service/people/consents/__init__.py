"""The texts that people consent to, and the history of a person's consents."""
