"""Everything that is kept of a person, handed to that person: as JSON, and readable in both languages.

``gathering`` reads everything, ``rendering`` writes it as a document.
"""
