"""What a person agreed to and is tied to: consents, willingness and relations."""
