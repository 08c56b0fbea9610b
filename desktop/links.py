"""Which addresses of sources may be opened, and the one door through which any is.

An address comes from data, so it is text until it has been judged: http or https, a host in ASCII, nobody's password,
no sign that hides or reorders what is read, and the same meaning to Python and to Qt. The analyst alone opens it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Final, NamedTuple
from urllib.parse import SplitResult, urlsplit

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

SCHEMES: Final = ("http", "https")
LONGEST: Final = 2048  # characters; longer ones are cut short by browsers and read by nobody
UNSEEN: Final = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zs", "Zl", "Zp"))  # control, bidi and other formats, spaces
_HOST: Final = re.compile(r"(?!-)[a-z0-9_-]+(\.[a-z0-9_-]+)*|\[[0-9a-f:.]+\]")


class Judged(NamedTuple):
    """An address after judgement: whether it may be opened or why not, its ASCII host, and what a browser would get."""

    openable: bool
    reason: str
    host: str
    url: str

    @property
    def scheme(self) -> str:
        """The scheme of an address that may be opened, else an empty string."""
        return self.url.partition(":")[0].lower() if self.openable else ""


def judge(text: str) -> Judged:
    """Return whether an address may be opened, or the first reason why not."""
    reason = _unfit_as_text(text)
    if reason:
        return Judged(False, reason, "", text)
    qt = QUrl(text, QUrl.ParsingMode.StrictMode)
    host = _ascii_host(qt)
    try:
        reason = _unfit_as_url(urlsplit(text), qt, host)
    except ValueError:
        reason = "the address cannot be read"
    return Judged(False, reason, host, text) if reason else Judged(True, "", host, _sent(qt))


def open_link(url: str, opener: Callable[[QUrl], bool] = QDesktopServices.openUrl) -> bool:
    """Hand an address to the system's browser and return whether it took it; an address that is unfit goes nowhere."""
    judged = judge(url)
    return judged.openable and opener(QUrl(judged.url, QUrl.ParsingMode.StrictMode))


def _unfit_as_text(text: str) -> str:
    """Return what forbids an address before anybody tries to understand it, or an empty string."""
    if not text:
        return "the source gives no address"
    if len(text) > LONGEST:
        return f"the address is longer than {LONGEST} characters"
    if text[0] in "-\\":
        return f"the address begins with “{text[0]}”"
    if "\\" in text:
        return "the address holds a backslash"
    hidden = next((sign for sign in text if unicodedata.category(sign) in UNSEEN), "")
    return f"the address holds a space or a sign that cannot be seen (U+{ord(hidden):04X})" if hidden else ""


def _unfit_as_url(parts: SplitResult, qt: QUrl, host: str) -> str:
    """Return what forbids an address as Python and Qt understand it, or an empty string."""
    if parts.scheme not in SCHEMES:
        return f"only http and https are opened, not “{parts.scheme or 'no scheme'}”"
    if "@" in parts.netloc:
        return "the address carries a user name or a password"
    if not parts.hostname:
        return "the address has no host"
    if not parts.netloc.isascii():
        return f"the host is not written in ASCII; in ASCII it is {host or 'none'}"
    if not _HOST.fullmatch(parts.netloc.lower().removesuffix(f":{parts.port}")):
        return "the host is not the name of a host"
    return "" if _same(parts, qt, host) else "Python and Qt read this address differently"


def _same(parts: SplitResult, qt: QUrl, host: str) -> bool:
    """Return whether Python and Qt understand an address alike."""
    to_python = (parts.scheme, parts.hostname, parts.port if parts.port is not None else -1, "")
    return qt.isValid() and to_python == (qt.scheme(), host, qt.port(), qt.userInfo())


def _ascii_host(qt: QUrl) -> str:
    return qt.host(QUrl.ComponentFormattingOption.FullyEncoded)


def _sent(qt: QUrl) -> str:
    """Return the address as a browser gets it, in ASCII."""
    return qt.toString(QUrl.ComponentFormattingOption.FullyEncoded)
