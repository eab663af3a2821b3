"""What the catalogue says of a product, and what its roles need.

``trial`` is the dry run, which API and page share; ``group_lines`` writes groups of capabilities as the form takes them.
"""
