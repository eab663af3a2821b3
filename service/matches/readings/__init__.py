"""What was read of a person's work, shown to the person and to coordinators, who confirm or reject it with one click."""
