"""What a room adds to the application: each room's ``routes.py`` says it in a function ``routers()``."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from fastapi import APIRouter

from service.kit.languages import Bilingual


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """An entry of the menu: shown to whoever may do ``operation``, to everything there is where ``whole``; lower places come first."""

    path: str
    name: Bilingual
    place: int
    operation: str
    whole: bool = True
    own: bool = False
    """Whether only somebody with a profile of their own gets in."""


@dataclass(frozen=True, slots=True)
class Routers:
    """``api`` stands below the address of the API, ``pages`` at the root; ``menu`` and ``home`` are the room's part of both.

    Each function of ``home`` is asked what waits for somebody (``service/identity/access/waiting.py``).
    ``under`` names the entry of the menu under which a reader looks for pages whose address begins otherwise.
    """

    api: tuple[APIRouter, ...] = ()
    pages: tuple[APIRouter, ...] = ()
    menu: tuple[MenuEntry, ...] = ()
    home: tuple[Callable[[Any], Any], ...] = ()
    under: Mapping[str, str] = field(default_factory=dict)
