"""What a person is tied to: relations that can become a conflict of interest."""
