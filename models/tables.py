"""All tables at once, for migrations and for creating a database."""

from sqlmodel import SQLModel

from models import capabilities, catalogue, experts, jobs, pairs, projects, rules

metadata = SQLModel.metadata
MODULES = (capabilities, catalogue, experts, jobs, pairs, projects, rules)
