"""The yearly check of the automated processing."""
