"""What people ask of whoever keeps their data: requests with their legal clocks, states, owners and results.

``clocks`` counts the days of the law, ``steps`` says which state may follow which.
"""
