"""What the headings of somebody's files mean, kept by a name."""
