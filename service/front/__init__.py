"""Where everything comes together: the web application and the command line."""
