"""Properties are checked on the same examples in every run, however slow the machine is."""

from hypothesis import settings

settings.register_profile("matching", deadline=None, derandomize=True, max_examples=40)
settings.load_profile("matching")
