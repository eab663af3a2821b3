"""From rows to the matcher: profiles, thesaurus, needs, the stored text space, and the network that follows the database."""
