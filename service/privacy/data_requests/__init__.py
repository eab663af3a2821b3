"""What people ask of whoever keeps their data: requests with their legal clocks, states, owners and results."""
