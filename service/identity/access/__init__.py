"""Who may see and do what: the viewer of a request, the policies, and the guards that routes ask for."""
