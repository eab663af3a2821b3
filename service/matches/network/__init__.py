"""From rows to the matcher: thesaurus, the stored text space, and the network that follows the database.

No addresses: ``live`` is the network in memory, ``fitting`` makes a text space and ``space_store`` keeps it.
"""
