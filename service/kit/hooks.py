"""Lets a room below call rooms above it without knowing them."""

from collections.abc import Callable
from typing import Generic, ParamSpec, TypeVar

Asked = ParamSpec("Asked")
Told = TypeVar("Told")


class Hook(Generic[Asked, Told]):
    """Functions of rooms above, filled by ``front.connections.connect`` and called in that order."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._functions: tuple[Callable[Asked, Told], ...] = ()

    def fill(self, *functions: Callable[Asked, Told]) -> None:
        """Have ``functions`` called, in place of those before."""
        self._functions = functions

    @property
    def filled(self) -> bool:
        """Return whether there is anything to call."""
        return bool(self._functions)

    def __call__(self, *args: Asked.args, **kwargs: Asked.kwargs) -> list[Told]:
        """Call every function and return what each answered; raises ``LookupError`` while nobody has filled it: nothing may be missed."""
        if not self.filled:
            raise LookupError(f"{self.name} is not connected: call service.front.connections.connect first")
        return [function(*args, **kwargs) for function in self._functions]
