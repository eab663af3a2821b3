"""Takes an erased person out of saved plans: their seats stay, held by nobody whom anything leads to."""

import json
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from models.plans import Plan

ERASED = "erased"
"""Stands where an id stood; like every id that leads nowhere it is shown as somebody who withdrew, and a repair replaces it."""


def forget_in_plans(session: Session, expert_id: str) -> None:
    """Replace the id wherever a plan names it."""
    word = json.dumps(expert_id)[1:-1]
    documents = (sa.cast(getattr(Plan, name), sa.Text) for name in ("request", "result"))
    named = sa.or_(*(document.contains(word, autoescape=True) for document in documents))
    for plan in session.scalars(sa.select(Plan).where(named).order_by(col(Plan.id))):
        plan.request, plan.result = _without(plan.request, expert_id), _without(plan.result, expert_id)
    session.flush()


def _without(value: Any, expert_id: str) -> Any:
    if isinstance(value, dict):
        return {_without(name, expert_id): _without(inner, expert_id) for name, inner in value.items()}
    if isinstance(value, list):
        return [_without(inner, expert_id) for inner in value]
    if isinstance(value, str):  # the key of a relaxation holds an id and a seat
        return ", ".join(ERASED if part == expert_id else part for part in value.split(", "))
    return value
