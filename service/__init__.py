"""Who may do what: the REST API, the web pages, the command line and the jobs, on top of models and matching."""
