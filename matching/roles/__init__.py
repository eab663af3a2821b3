"""Reading roles from records: what somebody did in a piece of work, whatever the work was about."""
