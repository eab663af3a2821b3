"""The directory of people: who there is, by name and by facets, and one page for each."""
