from datetime import UTC, datetime

from sqlalchemy.engine import Engine

from models.database import writing
from models.plans import Plan
from service.matches.plans.forgetting import forget_in_plans


def test_an_erased_person_is_in_no_plan_and_others_stay(engine: Engine) -> None:
    people = [{"person": "E1", "score": 0.5}, {"person": "E12", "score": 0.4}]
    result = {"seats": [{"people": people}], "diagnosis": {"relaxations": [{"changes": {"E1, P01:CE_PROJECT": 1, "E12": 2}}]}}
    asked = {"pins": [{"person": "E1", "subject": "P01"}]}
    head = {"id": "PLAN-1", "created_at": datetime(2026, 1, 1, tzinfo=UTC), "actor": "a", "objective": "total", "fingerprint": "f"}
    with writing(engine) as session:
        session.add(Plan(**head, request=asked, result=result))
    with writing(engine) as session:
        forget_in_plans(session, "E1")
    with writing(engine) as session:
        kept = session.get_one(Plan, "PLAN-1")
        assert kept.request == {"pins": [{"person": "erased", "subject": "P01"}]}
        assert [one["person"] for one in kept.result["seats"][0]["people"]] == ["erased", "E12"]
        assert kept.result["diagnosis"]["relaxations"][0]["changes"] == {"erased, P01:CE_PROJECT": 1, "E12": 2}
