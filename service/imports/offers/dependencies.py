"""What the routes of offers ask for."""

from typing import Annotated

from fastapi import Depends, Request

from service.imports.fetching.client import Registries
from service.kit.services import services_of


def _registries(request: Request) -> Registries:
    services = services_of(request)
    return Registries.of(services.settings, services.transport)


RegistriesInUse = Annotated[Registries, Depends(_registries)]
