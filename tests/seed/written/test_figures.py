"""What a service answered over the interface is read back as what was seen."""

import json
from pathlib import Path

from seed.written.entering import evidence_body, expert_body
from seed.written.figures import figures_of
from tests.seed.written.test_loading import FILE, ITEM, PERSON

STANDING = {"rank": 1, "score": 0.8, "band": "good", "covered": ["radar"], "missing": [], "parts": {"coordination": 0.9}}
KEPT = {
    "errors": [],
    "fits": {"P22|CE_PROJECT": [["X1", "good", 0.8]]},
    "seen": {"P22|CE_PROJECT|X1": STANDING},
    "briefs": [{"title": "Cook", "product": None, "order": ["X1"], "fit": []}],
}


def test_figures_are_counted_from_what_was_kept(tmp_path: Path) -> None:
    file = tmp_path / "hand.json"
    file.write_text(json.dumps(FILE), encoding="utf-8")
    found = figures_of(KEPT, [file])
    right = ("right_first", "right_fits", "fit_precision", "capability_f1", "brief_outside")
    assert {name: found[name]["value"] for name in right} == dict.fromkeys(right, 1.0)
    assert found["right_strong"] == {"value": 0.0, "of": 1}
    assert found["brief_first"] == {"value": None, "of": 0}
    assert found["errors"] == {"value": 0, "of": 1}


def test_bodies_say_what_a_coordinator_would_enter() -> None:
    assert expert_body(PERSON)["headline"] == {"en": "Engineer"}
    body = evidence_body(ITEM)
    assert (body["text"], body["starts"], body["ends"], body["part"]) == (
        "We built it. Institute. 11 provinces",
        "2020-01-01",
        "2022-06-28",
        "led",
    )
    assert (body["sectors"], body["counts_as_innovation_work"]) == (["energy", "transport"], True)
