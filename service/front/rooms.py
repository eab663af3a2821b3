"""Walks the rooms and collects what each adds to the application, by the name of its file ``routes.py``."""

import pkgutil
from importlib import import_module

import service
from service.kit.routers import Routers

# In the order in which the API reference shows them.
WINGS = ("catalogue", "people", "matches", "selection", "administration", "privacy", "imports", "audit", "identity", "front")


def routers() -> list[Routers]:
    """Return the addresses of every room; a test shows that none hides another."""
    found = _named("routes")
    return [import_module(name).routers() for wing in WINGS for name in found if name.startswith(f"service.{wing}.")]


def _named(file: str) -> list[str]:
    return [module.name for module in pkgutil.walk_packages(service.__path__, "service.") if module.name.endswith(f".{file}")]
