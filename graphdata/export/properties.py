"""What the file says of itself: title, subject, keywords, marking; no person, no machine, no date unless given."""

from __future__ import annotations

from typing import Final

from graphdata.export.made_at import made_at
from graphdata.export.xml_text import said
from graphdata.marking import highest_marking
from graphdata.view import View

NAMESPACES: Final = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
EXTENDED: Final = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"


def core_properties(view: View, title: str, marking: str = "", lowered: str = "") -> str:
    """Return docProps/core.xml, with the marking that is printed and why it is lower than what is shown."""
    network, marking = view.network, marking or highest_marking(view)
    digest = f", digest {network.digest[:8]}" if network.digest else ""
    subject = f"{network.title}, dataset {network.version}{digest}, as of {view.as_of}"
    return core_of(title, subject, f"{marking}, {network.id}, sourced actor network", marking, lowered)


def core_of(title: str, subject: str, keywords: str, marking: str, description: str = "") -> str:
    """Return docProps/core.xml from its words."""
    fields = {"dc:title": title, "dc:subject": subject, "cp:keywords": keywords, "cp:category": marking}
    fields |= {"dc:description": description} if description else {}
    written = "".join(f"<{name}>{said(text)}</{name}>" for name, text in fields.items())
    return f"{DECLARATION}<cp:coreProperties {NAMESPACES}>{written}{_dates()}</cp:coreProperties>"


def _dates() -> str:
    """Return when the file was made as SOURCE_DATE_EPOCH has it, and nothing where it is silent: no clock is read."""
    when = made_at()
    if when is None:
        return ""
    day = when.strftime("%Y-%m-%dT%H:%M:%SZ")
    names = ("dcterms:created", "dcterms:modified")
    return "".join(f'<{name} xsi:type="dcterms:W3CDTF">{day}</{name}>' for name in names)


def app_properties() -> str:
    """Return docProps/app.xml."""
    return f'{DECLARATION}<Properties xmlns="{EXTENDED}"><Application>Entente</Application></Properties>'
