"""Who may see and do what: the viewer of a request, the policies, and the guards that routes ask for.

No addresses: what guards a route, from the credentials of a request to the rows that its viewer sees.
"""
