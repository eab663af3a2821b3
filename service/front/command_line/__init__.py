"""The command ``vinmatch``: one file a command."""
