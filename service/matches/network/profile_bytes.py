"""Profiles as bytes and back, by the types of their fields: JSON, so that nothing in them can be run."""

import dataclasses
import hashlib
import json
from collections.abc import Callable
from datetime import date
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from matching.profiles import Profile


def as_bytes(profile: Profile) -> bytes:
    """Return ``profile`` as bytes, the same for equal profiles."""
    return json.dumps(_plain(profile), ensure_ascii=False, separators=(",", ":")).encode()


def from_bytes(blob: bytes | memoryview) -> Profile:
    """Return the profile that ``as_bytes`` was given."""
    profile: Profile = _reader(Profile)(json.loads(bytes(blob)))
    return profile


@cache
def layout() -> str:
    """Return a name of what fields there are, of which types: bytes of another layout cannot be read."""
    return hashlib.sha256(repr(_described(Profile)).encode()).hexdigest()[:16]


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value):
        return [_plain(getattr(value, field.name)) for field in dataclasses.fields(value)]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, frozenset):
        return sorted(_plain(one) for one in value)
    return [_plain(one) for one in value] if isinstance(value, tuple) else value


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:
    """Return what makes a value of the type ``kind`` of a plain one."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        read = _reader(next(one for one in inner if one is not type(None)))
        return lambda value: None if value is None else read(value)
    if origin in (tuple, frozenset):
        return _of_many(origin, inner)
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        readers = [_reader(hint) for hint in _hints(kind).values()]
        return lambda values: kind(*(read(value) for read, value in zip(readers, values, strict=True)))
    if issubclass(kind, Enum):
        known = {member.value: member for member in kind}
        return known.__getitem__
    return date.fromisoformat if kind is date else lambda value: value


def _of_many(origin: Any, inner: tuple[Any, ...]) -> Callable[[Any], Any]:
    if origin is frozenset or inner[-1] is Ellipsis:
        read = _reader(inner[0])
        return lambda values: origin(map(read, values))
    readers = [_reader(one) for one in inner]
    return lambda values: tuple(read(value) for read, value in zip(readers, values, strict=True))


def _hints(kind: Any) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in dataclasses.fields(kind)}


def _described(kind: Any) -> Any:
    if dataclasses.is_dataclass(kind):
        return str(kind), [(name, _described(hint)) for name, hint in _hints(kind).items()]
    inner = get_args(kind)
    return (str(get_origin(kind)), [_described(one) for one in inner]) if inner else repr(kind)
