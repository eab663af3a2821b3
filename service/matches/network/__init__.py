"""From rows to the matcher: thesaurus, the readers that ship, what they read of people, and the network that follows the database.

No addresses: ``live`` is the network in memory, ``shipped`` binds readers to the catalogue, ``versions`` says which are in use,
``readings`` keeps what was read, and ``reading`` is the job that reads.
"""
