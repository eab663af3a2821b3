"""Who may be proposed at all: consent, willingness, eligibility rules and conflicts of interest, each with its reason."""
