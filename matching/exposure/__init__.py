"""Who is ever shown: a report about the lists, which changes none of them."""
