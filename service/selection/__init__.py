"""How a person is chosen: from the request to the end of the procedure.

``demanded`` says whether real people are listed, ``rivals`` who may decide nothing in a request, ``willing`` who may not be proposed,
``secret`` what pseudonyms and links are made of.
"""
