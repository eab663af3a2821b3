"""What an import says of itself."""

from pydantic import BaseModel

from service.kit.texts import Text


class Refused(BaseModel):
    """A row that did not enter; ``row`` counts as a spreadsheet does."""

    row: int
    column: str
    message: Text


class ImportReport(BaseModel):
    """How many people were added, changed or already so, and the rows that were refused."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: list[Refused] = []
