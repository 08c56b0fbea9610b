"""The carried text inside slides and documents: a custom XML part, and a document property for other programs.

PowerPoint and Word keep custom XML parts; LibreOffice drops them and keeps the properties.
"""

from __future__ import annotations

import io
import re
import uuid
import zipfile
from collections.abc import Sequence
from typing import Final

from graphdata.export.repacking import repacked
from graphdata.saved_view import KEY

NAMESPACE: Final = "urn:entente:view"
PART, PROPERTIES, RELATIONS = "customXml/item{}.xml", "customXml/itemProps{}.xml", "customXml/_rels/item{}.xml.rels"
CUSTOM: Final = "docProps/custom.xml"
CONTENT_TYPES, PACKAGE_RELATIONS = "[Content_Types].xml", "_rels/.rels"
MAIN_RELATIONS: Final = ("ppt/_rels/presentation.xml.rels", "word/_rels/document.xml.rels")
OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006"
HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
USER_PROPERTIES: Final = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # the set that ISO 29500 gives to custom properties


def with_parts(package: bytes, texts: Sequence[str]) -> bytes:
    """Return the package with each text in a part of its own and in a property; other parts stay as they are."""
    with zipfile.ZipFile(io.BytesIO(package)) as read:
        names = read.namelist()
        main = next(name for name in MAIN_RELATIONS if name in names)
        wanted = (CONTENT_TYPES, PACKAGE_RELATIONS, main)
        types, whole, parts = (read.read(name).decode("utf-8") for name in wanted)
    new: dict[str, str] = {}
    for number, text in enumerate(texts, start=1):
        new |= _part(number, text)
        parts = _related(parts, f"{OFFICE}/relationships/customXml", f"../{PART.format(number)}")
    new[CONTENT_TYPES] = _with_types(types, len(texts))
    new[PACKAGE_RELATIONS] = _related(whole, f"{OFFICE}/relationships/custom-properties", CUSTOM)
    new[main], new[CUSTOM] = parts, _properties(texts)
    return repacked(package, new)


def _part(number: int, text: str) -> dict[str, str]:
    """Return the part for a text, what it says of itself, and how the two are related."""
    identity = f"{{{str(uuid.uuid5(uuid.NAMESPACE_URL, f'{NAMESPACE}:{number}')).upper()}}}"
    return {
        PART.format(number): f'{HEAD}<view xmlns="{NAMESPACE}">{text}</view>',
        PROPERTIES.format(number): f'{HEAD}<ds:datastoreItem ds:itemID="{identity}" xmlns:ds="{OFFICE}/customXml">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>',
        RELATIONS.format(number): f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        f'relationships"><Relationship Id="rId1" Type="{OFFICE}/relationships/customXmlProps" '
        f'Target="itemProps{number}.xml"/></Relationships>',
    }


def _properties(texts: Sequence[str]) -> str:
    """Return the properties, one for each text: LibreOffice keeps these."""
    names = (KEY, *(f"{KEY}-{number}" for number in range(2, len(texts) + 1)))
    found = (
        f'<property fmtid="{USER_PROPERTIES}" pid="{pid}" name="{name}"><vt:lpwstr>{text}</vt:lpwstr></property>'
        for pid, (name, text) in enumerate(zip(names, texts, strict=True), start=2)
    )
    spaces = f'xmlns="{OFFICE}/custom-properties" xmlns:vt="{OFFICE}/docPropsVTypes"'
    return f"{HEAD}<Properties {spaces}>{''.join(found)}</Properties>"


def _with_types(types: str, count: int) -> str:
    """Return the list of content types with those of the new parts."""
    kind = "application/vnd.openxmlformats-officedocument.{}+xml"
    told = {PROPERTIES.format(number): kind.format("customXmlProperties") for number in range(1, count + 1)}
    told[CUSTOM] = kind.format("custom-properties")
    default = "" if 'Extension="xml"' in types else '<Default Extension="xml" ContentType="application/xml"/>'
    new = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in told.items())
    return types.replace("</Types>", f"{default}{new}</Types>")


def _related(relations: str, kind: str, target: str) -> str:
    """Return a part's relations with one more, under an id that is free."""
    used = {int(number) for number in re.findall(r'Id="rId(\d+)"', relations)}
    free = max(used, default=0) + 1
    new = f'<Relationship Id="rId{free}" Type="{kind}" Target="{target}"/>'
    return relations.replace("</Relationships>", f"{new}</Relationships>")
