"""Markup from values: whatever comes from data is escaped here, and a script or style is known by its hash."""

from __future__ import annotations

import base64
import hashlib
import json
from html import escape
from typing import Final

from graphdata.export.xml_text import clean

UNSAFE: Final = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
VOID: Final = frozenset({"meta", "input", "img", "source"})


class Markup(str):
    """Text that is markup already; every other text is escaped when it is put into an element."""

    __slots__ = ()


def tag(name: str, /, *content: str, **attributes: str) -> Markup:
    """Return an element; a trailing underscore in an attribute's name is dropped, others become hyphens."""
    said = "".join(f' {_attribute(key)}="{escape(clean(value))}"' for key, value in attributes.items())
    if name in VOID:
        return Markup(f"<{name}{said}>")
    return Markup(f"<{name}{said}>{joined(*content)}</{name}>")


def joined(*parts: str) -> Markup:
    """Return parts in a row, those that are text escaped."""
    return Markup("".join(part if isinstance(part, Markup) else escape(clean(part), quote=False) for part in parts))


def _attribute(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def data_block(name: str, value: object) -> Markup:
    """Return a value as a JSON block that no browser runs."""
    return json_block(name, json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def json_block(name: str, text: str) -> Markup:
    """Return JSON as a block that no browser runs, and that no text inside can end."""
    whole = text.translate(UNSAFE).encode("utf-8", "replace").decode()
    return Markup(f'<script type="application/json" id="{escape(name)}">{whole}</script>')


def own_script(text: str) -> Markup:
    """Return a script of ours."""
    assert "</script" not in text.lower()
    assert "<!--" not in text
    return Markup(f"<script>{text}</script>")


def own_style(text: str) -> Markup:
    """Return a style sheet of ours."""
    assert "</" not in text
    return Markup(f"<style>{text}</style>")


def hash_of(text: str) -> str:
    """Return the hash by which a policy names a script or style."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def picture_address(svg: bytes) -> str:
    """Return a drawing as an address that holds it whole: inside an image, nothing of it runs or loads."""
    return f"data:image/svg+xml;base64,{base64.b64encode(svg).decode()}"
