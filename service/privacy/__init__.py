"""What the law on personal data asks for."""
