"""Where everything comes together: the web application and the command line.

``application`` and the command line start; ``rooms`` finds what every room adds, ``connections`` fills what reaches upward.
"""
