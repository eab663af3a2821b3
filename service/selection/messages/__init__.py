"""Messages to people: written in their language, sent where that is configured, else ready to copy.

``texts`` are the messages, ``sending`` is the job that sends them.
"""
