"""A deterministic synthetic network of experts with planted answers.

The texts come from a phrase bank whose writers knew the product names only, and the world knows nothing of the scorer.
"""
