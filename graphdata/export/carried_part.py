"""The carried text inside slides and documents: a custom XML part, and a document property for other programs.

PowerPoint and Word keep custom XML parts; LibreOffice drops them and keeps the properties.
"""

from __future__ import annotations

import io
import re
import uuid
import zipfile
from typing import Final

from graphdata.export.repacking import repacked
from graphdata.saved_view import KEY

NAMESPACE: Final = "urn:entente:view"
PART, PROPERTIES, PART_RELATIONS = "customXml/item1.xml", "customXml/itemProps1.xml", "customXml/_rels/item1.xml.rels"
CUSTOM: Final = "docProps/custom.xml"
CONTENT_TYPES, PACKAGE_RELATIONS = "[Content_Types].xml", "_rels/.rels"
MAIN_RELATIONS: Final = ("ppt/_rels/presentation.xml.rels", "word/_rels/document.xml.rels")
OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006"
ITEM: Final = f"{{{str(uuid.uuid5(uuid.NAMESPACE_URL, NAMESPACE)).upper()}}}"
HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
USER_PROPERTIES: Final = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # the set that ISO 29500 gives to custom properties


def with_part(package: bytes, text: str) -> bytes:
    """Return the package with the text in a part of its own and in a property; other parts stay as they are."""
    with zipfile.ZipFile(io.BytesIO(package)) as read:
        names = read.namelist()
        main = next(name for name in MAIN_RELATIONS if name in names)
        wanted = (CONTENT_TYPES, PACKAGE_RELATIONS, main)
        types, whole, parts = (read.read(name).decode("utf-8") for name in wanted)
    new = {
        CONTENT_TYPES: _with_types(types),
        PACKAGE_RELATIONS: _related(whole, f"{OFFICE}/relationships/custom-properties", CUSTOM),
        main: _related(parts, f"{OFFICE}/relationships/customXml", f"../{PART}"),
        PART: f'{HEAD}<view xmlns="{NAMESPACE}">{text}</view>',
        PROPERTIES: f'{HEAD}<ds:datastoreItem ds:itemID="{ITEM}" xmlns:ds="{OFFICE}/customXml"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>',
        PART_RELATIONS: f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{OFFICE}/relationships/customXmlProps" Target="itemProps1.xml"/>'
        "</Relationships>",
        CUSTOM: f'{HEAD}<Properties xmlns="{OFFICE}/custom-properties" xmlns:vt="{OFFICE}/docPropsVTypes">'
        f'<property fmtid="{USER_PROPERTIES}" pid="2" name="{KEY}"><vt:lpwstr>{text}</vt:lpwstr></property>'
        "</Properties>",
    }
    return repacked(package, new)


def _with_types(types: str) -> str:
    """Return the list of content types with those of the new parts."""
    told = {
        PROPERTIES: "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
        CUSTOM: "application/vnd.openxmlformats-officedocument.custom-properties+xml",
    }
    default = "" if 'Extension="xml"' in types else '<Default Extension="xml" ContentType="application/xml"/>'
    new = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in told.items())
    return types.replace("</Types>", f"{default}{new}</Types>")


def _related(relations: str, kind: str, target: str) -> str:
    """Return a part's relations with one more, under an id that is free."""
    used = {int(number) for number in re.findall(r'Id="rId(\d+)"', relations)}
    free = max(used, default=0) + 1
    new = f'<Relationship Id="rId{free}" Type="{kind}" Target="{target}"/>'
    return relations.replace("</Relationships>", f"{new}</Relationships>")
