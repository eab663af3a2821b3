"""What the law asks, as anybody may read it: roles, eligibility rules, selection states, data-protection duties."""
