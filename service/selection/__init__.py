"""How a person is chosen: from the request to the end of the procedure."""
