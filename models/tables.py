"""All tables at once, for migrations and for creating a database: every module of ``models`` is read."""

import pkgutil
from importlib import import_module

from sqlmodel import SQLModel

import models

for _module in pkgutil.iter_modules(models.__path__, "models."):
    if not _module.ispkg and _module.name != __name__:
        import_module(_module.name)

metadata = SQLModel.metadata
