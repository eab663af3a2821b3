"""What the API shows of a project."""

from datetime import date

from pydantic import Field

from models.vocabulary import Sensitivity
from service.catalogue.products.schemas import ProductReference
from service.kit.texts import RowView, Sourced, Text


class OrganisationReference(RowView):
    """An organisation, marked when it is invented."""

    id: str = Field(examples=["org-vien-dien-toan-bien-hoa-binh"])
    name: str
    synthetic: bool


class ProjectView(Sourced):
    """A project, marked when it is invented."""

    id: str = Field(examples=["PRJ-G03-1"])
    title: Text
    brief: Text | None = Field(description="Of a restricted project for people with clearance only")
    host: OrganisationReference
    participants: list[OrganisationReference]
    products: list[ProductReference]
    starts: date
    ends: date
    sensitivity: Sensitivity
    synthetic: bool
