"""Local sentence encoders behind the matcher's ``Encoder`` protocol, and the vectors that are kept of them.

No addresses: ``choice`` picks a model (``local``, ``nano``) and where its vectors stay (``database``, ``folder``, ``memory``).
"""
