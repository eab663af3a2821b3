"""Who could be chosen: profiles, evidence, consents, relations and conflicts of interest."""
