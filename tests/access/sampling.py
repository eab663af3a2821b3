"""Requests made from the description of the API: for each operation one body that fits its schema and some that do not."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

WRONG_BODIES: tuple[Any, ...] = ({}, [], {"unknown": 1})
BY_FORMAT = {"date": "2026-01-01", "date-time": "2026-01-01T00:00:00Z"}
IN_PATH = {"product_id": "P01", "project_id": "PRJ-G03-1", "group_id": "G01", "expert_id": "E000001", "relation_id": "1"}


@dataclass(frozen=True)
class Operation:
    """One method of one address, with the statuses that it declares."""

    method: str
    path: str
    statuses: frozenset[int]
    bodies: tuple[Any, ...]
    query: dict[str, Any]


def operations(description: dict[str, Any]) -> Iterator[Operation]:
    """Yield every operation of an OpenAPI description."""
    for path, methods in description["paths"].items():
        for method, operation in methods.items():
            parameters = operation.get("parameters", [])
            values = {item["name"]: sample(item["schema"], description) for item in parameters if item["in"] == "path"}
            named = {name: IN_PATH.get(name, value) for name, value in values.items()}
            query = {item["name"]: sample(item["schema"], description) for item in parameters if item["in"] == "query" and item["required"]}
            statuses = frozenset(map(int, operation["responses"]))
            yield Operation(method.upper(), path.format(**named), statuses, _bodies(operation, description), query)


def _bodies(operation: dict[str, Any], description: dict[str, Any]) -> tuple[Any, ...]:
    if "requestBody" not in operation:
        return (None,)
    (content,) = operation["requestBody"]["content"].values()  # JSON, or a table as text
    schema = content["schema"]
    return (sample(schema, description), *WRONG_BODIES)


def sample(schema: dict[str, Any], description: dict[str, Any]) -> Any:
    """Return a value that fits ``schema``: its example where it has one, else the smallest."""
    if "$ref" in schema:
        return sample(description["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]], description)
    for name in ("examples", "enum"):
        if name in schema:
            return schema[name][0]
    if "anyOf" in schema:
        return sample(schema["anyOf"][0], description)
    if schema.get("type") == "object":
        required = schema.get("required", [])
        return {name: sample(inner, description) for name, inner in schema.get("properties", {}).items() if name in required}
    simple = {"array": [], "integer": max(1, schema.get("minimum", 1)), "number": 1.0, "boolean": True}
    return simple.get(schema["type"], BY_FORMAT.get(schema.get("format", ""), "a"))
