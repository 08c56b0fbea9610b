"""Names of files that every system takes: Windows gives some to devices, whatever they end with, and cuts dots."""

from __future__ import annotations

from typing import Final

_DIGITS: Final = "0123456789¹²³"
DEVICES: Final = frozenset(
    (
        "con",
        "prn",
        "aux",
        "nul",
        "conin$",
        "conout$",
        *(f"{port}{digit}" for port in ("com", "lpt") for digit in _DIGITS),
    )
)
_FORBIDDEN: Final = frozenset('<>:"/\\|?*')


def safe_stem(stem: str) -> str:
    """Return the stem of a file's name as it is, or with a hyphen behind it where it would name a device."""
    return f"{stem}-" if is_device(stem) else stem


def is_device(name: str) -> bool:
    """Return whether Windows takes a name for a device: what stands before the first dot decides."""
    return name.partition(".")[0].rstrip(" ").lower() in DEVICES


def unfit_on_windows(name: str) -> str:
    """Return why Windows takes no file of this name, or an empty string; it would lose the content without a word."""
    if is_device(name):
        return f"Windows keeps the name {name.partition('.')[0]} for a device"
    if name.endswith((".", " ")):
        return "Windows takes no name that ends with a dot or a space"
    found = next((sign for sign in name if sign in _FORBIDDEN or ord(sign) < 32), "")
    return f"Windows takes no name with {found!r} in it" if found else ""
