"""Papers of a person: certificates, consents on paper, CVs, what findings rest on; kept whole in the database, gone with the person.

``kinds`` tells a file by its bytes, ``naming`` cleans its name, ``proofs`` checks a document that something names as its proof,
``expiring`` is the job that forgets what is past its last day.
"""
