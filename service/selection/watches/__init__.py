"""Roles that are watched until somebody fits: nobody has to ask again every week."""
