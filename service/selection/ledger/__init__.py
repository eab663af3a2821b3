"""What a person was proposed for, asked and answered, over all requests: a reading of what other rooms keep."""
