"""What a room adds to the application: each room's ``routes.py`` says it in a function ``routers()``."""

from dataclasses import dataclass

from fastapi import APIRouter


@dataclass(frozen=True, slots=True)
class Routers:
    """``api`` stands below the address of the API, ``pages`` at the root."""

    api: tuple[APIRouter, ...] = ()
    pages: tuple[APIRouter, ...] = ()
