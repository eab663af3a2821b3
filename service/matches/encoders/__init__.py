"""Local sentence encoders behind the matcher's ``Encoder`` protocol, and the vectors that are kept of them."""
