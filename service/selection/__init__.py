"""How a person is chosen: from the request to the end of the procedure.

``rivals`` says who may decide nothing in a request, ``willing`` who may not be proposed, ``secret`` what pseudonyms and links are made of.
"""
