"""Walks the rooms and collects what each adds to the application, by the names of their files: ``routes.py`` and ``words.py``."""

import pkgutil
from collections.abc import Mapping
from importlib import import_module

import service
from service.kit.languages import Bilingual
from service.kit.routers import Routers

# In the order in which the API reference shows them.
WINGS = ("catalogue", "people", "matches", "selection", "administration", "privacy", "audit", "identity", "front")


def routers() -> list[Routers]:
    """Return the addresses of every room; a test shows that none hides another."""
    found = _named("routes")
    return [import_module(name).routers() for wing in WINGS for name in found if name.startswith(f"service.{wing}.")]


def words() -> list[Mapping[str, Bilingual]]:
    """Return the words that the pages of each room say; those of every page stand in the kit."""
    return [getattr(import_module(name), "WORDS", {}) for name in _named("words") if not name.startswith("service.kit.")]


def _named(file: str) -> list[str]:
    return [module.name for module in pkgutil.walk_packages(service.__path__, "service.") if module.name.endswith(f".{file}")]
