"""The document as it is written and as python-docx reads it again."""

from __future__ import annotations

import io
from typing import Any

import pytest
from docx import Document

from graphdata.export.docx import to_docx
from graphdata.paper import Paper


@pytest.fixture(scope="session")
def written(paper: Paper) -> bytes:
    """Return the file."""
    return to_docx(paper)


@pytest.fixture(scope="session")
def read(written: bytes) -> Any:
    """Return the file, read again."""
    return Document(io.BytesIO(written))
