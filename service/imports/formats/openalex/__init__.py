"""Authors and works of OpenAlex."""
