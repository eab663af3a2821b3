"""What the law asks, as anybody may read it: roles, eligibility rules, selection states, data-protection duties.

``in_force`` gives the rules to the matcher, ``policy`` what the operator decided where the law is silent.
"""
