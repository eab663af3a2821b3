"""What the API takes and shows of documents."""

from datetime import date, datetime
from typing import Annotated

from fastapi import Form, UploadFile
from pydantic import BaseModel, ConfigDict, Field

from models.vocabulary.documents import DocumentPurpose
from service.kit.fields import Identifier


class DocumentForm(BaseModel):
    """A file as it is sent, by a program or by a form."""

    model_config = ConfigDict(extra="forbid")
    file: UploadFile = Field(description="PDF, DOCX, XLSX, PNG, JPEG or plain text; the kind is told by its bytes")
    purpose: DocumentPurpose
    request_id: Identifier | None = Field(default=None, description="The request for people in which it was found; only for findings")


Sent = Annotated[DocumentForm, Form(media_type="multipart/form-data")]


class DocumentFields(BaseModel):
    """A file that was read: whether two requests send the same."""

    purpose: DocumentPurpose
    request_id: str | None
    name: str
    sha256: str


class DocumentView(BaseModel):
    """A document without its bytes, which have an address of their own."""

    model_config = ConfigDict(from_attributes=True)
    id: str
    purpose: DocumentPurpose
    request_id: str | None = Field(description="The request in which it was found; only for findings")
    name: str = Field(examples=["bằng tiến sĩ.pdf"])
    media_type: str = Field(examples=["application/pdf"])
    size: int = Field(description="In bytes")
    sha256: str
    uploaded_by: str
    uploaded_at: datetime
    expires_on: date | None = Field(description="The last day; it is forgotten afterwards")
