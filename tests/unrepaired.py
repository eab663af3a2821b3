"""Tests that fail since people are read by learnt readers, and are not repaired yet: they run, and are reported as expected failures.

A test that is repaired is taken out of its list here. Nothing is added to it: a test that begins to fail is repaired.
"""

import pytest

UNREPAIRED = frozenset(
    {
        "tests/documentation/test_example.py::test_the_answer_has_the_fields_that_are_shown",
    }
)
REASON = "not repaired since the readers were learnt from people"


def expect_failures(items: list[pytest.Item]) -> None:
    """Mark every test of the list, whatever its parameters, as one that is expected to fail."""
    for item in items:
        if item.nodeid.split("[")[0] in UNREPAIRED:
            item.add_marker(pytest.mark.xfail(reason=REASON, strict=False))
