"""People who were invented and written by twelve hands, with labels and grades: the project's open benchmark (docs/written-people.md)."""
