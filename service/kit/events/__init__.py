"""The events that every change leaves: appended here, read in the audit."""
