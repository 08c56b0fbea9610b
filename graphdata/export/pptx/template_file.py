"""A user's own presentation as a package that may be opened: whole, without macros, password and traps."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from typing import Final

from graphdata.problems import EntenteError

LARGEST: Final = 256 * 1024 * 1024  # bytes unpacked
MOST_PARTS: Final = 4096
OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LOCKED: Final = "EncryptedPackage".encode("utf-16-le")
TYPES: Final = "[Content_Types].xml"
PRESENTATION: Final = b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
TEMPLATE: Final = b"application/vnd.openxmlformats-officedocument.presentationml.template.main+xml"
SHOW: Final = b"application/vnd.openxmlformats-officedocument.presentationml.slideshow.main+xml"
RELATIONS: Final = "_rels/.rels"
RELATION: Final = re.compile(rb"<Relationship\b[^>]*/>")
HEAD: Final = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
)
ENTITIES: Final = b"<!DOCTYPE"
FAULTS: Final = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError, OSError)


class TemplateError(EntenteError):
    """A template that cannot be used."""


def opened_package(content: bytes) -> bytes:
    """Return the package of a presentation or a template, as that of a presentation; raises TemplateError."""
    if content.startswith(OLD_OFFICE):
        locked = LOCKED in content
        raise TemplateError(_LOCKED if locked else _OLD)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = _parts(package)
    except FAULTS as fault:
        raise TemplateError(f"The template is damaged, or is no presentation: {fault}. {_AGAIN}") from None
    return _written(_checked(parts))


def _parts(package: zipfile.ZipFile) -> dict[str, bytes]:
    """Return the parts of a package, unless there are too many or too large ones."""
    infos = package.infolist()
    if len(infos) > MOST_PARTS or sum(info.file_size for info in infos) > LARGEST:
        raise TemplateError(
            f"The template is too large: more than {LARGEST // 1024**2} MB unpacked, or {MOST_PARTS} parts. "
            "Delete its slides and pictures and save it as a template."
        )
    return {info.filename: package.read(info) for info in infos if not info.is_dir()}


def _checked(parts: dict[str, bytes]) -> dict[str, bytes]:
    """Return the parts with the content type of a presentation, unless there are macros or no presentation."""
    types = parts.get(TYPES, b"")
    if b"macroEnabled" in types or any("vbaproject" in name.lower() for name in parts):
        raise TemplateError("The template holds macros. Save it as .pptx or .potx in PowerPoint, and use that file.")
    for other in (TEMPLATE, SHOW):
        types = types.replace(other, PRESENTATION)
    if PRESENTATION not in types:
        raise TemplateError(f"The template is no PowerPoint presentation. {_AGAIN}")
    if any(ENTITIES in content[:2048] for name, content in parts.items() if name.endswith((".xml", ".rels"))):
        raise TemplateError(f"The template declares a document type, which presentations do not do. {_AGAIN}")
    return parts | {TYPES: types, RELATIONS: _own_alone(parts.get(RELATIONS, b""))}


def _own_alone(relations: bytes) -> bytes:
    """Return the relations of the package without its properties, its preview and what other programs added."""
    kept = [each for each in RELATION.findall(relations) if b'/officeDocument"' in each]
    if len(kept) != 1:
        raise TemplateError(f"The template is damaged: it does not say which part is the presentation. {_AGAIN}")
    return b"".join((HEAD, *kept, b"</Relationships>"))


def _written(parts: dict[str, bytes]) -> bytes:
    """Return the parts as a package."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_STORED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return held.getvalue()


_AGAIN: Final = "Open it in PowerPoint or LibreOffice, save it as .pptx, and use that file."
_LOCKED: Final = "The template is protected by a password. Save it without one, and use that file."
_OLD: Final = (
    "The template is a presentation of the old kind (.ppt), or is damaged. Save it as .pptx, and use that file."
)
