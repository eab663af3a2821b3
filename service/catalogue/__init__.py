"""What people are sought for: read here, changed in the administration."""
