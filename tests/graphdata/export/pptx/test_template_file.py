"""A template that cannot be used is refused with what is wrong and what to do."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest

from graphdata.export.pptx import template_file
from graphdata.export.pptx.template_file import OLD_OFFICE, PRESENTATION, TEMPLATE, TYPES, TemplateError, opened_package

Made = Callable[..., bytes]


def changed(content: bytes, old: bytes = b"", new: bytes = b"", **more: bytes) -> bytes:
    """Return a package with other content types and more parts."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as read, zipfile.ZipFile(held, "w") as written:
        for name in read.namelist():
            written.writestr(name, read.read(name).replace(old, new) if name == TYPES and old else read.read(name))
        for name, part in more.items():
            written.writestr(name, part)
    return held.getvalue()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "damaged, or is no presentation"),
        (b"PK\x03\x04 cut off", "damaged, or is no presentation"),
        (OLD_OFFICE + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
        (OLD_OFFICE, r"old kind \(\.ppt\)"),
    ],
)
def test_what_is_no_package_is_refused(content: bytes, said: str) -> None:
    with pytest.raises(TemplateError, match=said):
        opened_package(content)


def test_macros_are_refused(template: Made) -> None:
    macros = PRESENTATION.replace(
        b"openxmlformats-officedocument.presentationml.presentation", b"ms-powerpoint.macroEnabled"
    )
    for content in (changed(template(), PRESENTATION, macros), changed(template(), vbaProject=b"x")):
        with pytest.raises(TemplateError, match=r"holds macros\. Save it as"):
            opened_package(content)


def test_a_template_of_powerpoints_own_kind_is_taken(template: Made) -> None:
    found = opened_package(changed(template(), PRESENTATION, TEMPLATE))
    assert PRESENTATION in zipfile.ZipFile(io.BytesIO(found)).read(TYPES)


def test_another_kind_of_document_is_refused(template: Made) -> None:
    with pytest.raises(TemplateError, match="no PowerPoint presentation"):
        opened_package(changed(template(), PRESENTATION, b"application/other"))


def test_traps_are_refused(template: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(TemplateError, match="declares a document type"):
        opened_package(changed(template(), **{"ppt/x.xml": b"<?xml version='1.0'?><!DOCTYPE a []><a/>"}))
    monkeypatch.setattr(template_file, "LARGEST", 1000)
    with pytest.raises(TemplateError, match="too large"):
        opened_package(template())


def test_properties_and_previews_are_left_behind(template: Made) -> None:
    relations = zipfile.ZipFile(io.BytesIO(opened_package(template()))).read("_rels/.rels")
    assert relations.count(b"<Relationship ") == 1
