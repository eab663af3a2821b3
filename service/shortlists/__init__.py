"""The way of a shortlist: from a request over a draft and a signature to the recorded steps of the procedure."""
