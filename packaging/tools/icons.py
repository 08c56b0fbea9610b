"""Draws the icons for every system from two SVG drawings, and writes resources that only Windows and macOS read.

Run with the Python of the bundle's environment: icons.py FOLDER
"""

from __future__ import annotations

import struct
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from project import ROOT, SUMMARY, released, version

DRAWINGS: Final = ROOT / "resources" / "icons"
SIZES: Final = (16, 24, 32, 48, 64, 128, 256, 512)
ICO_SIZES: Final = (16, 24, 32, 48, 64, 128, 256)
ICNS_KINDS: Final = {"icp4": 16, "icp5": 32, "icp6": 64, "ic07": 128, "ic08": 256, "ic09": 512}  # pixels
VERSION_RESOURCE: Final = """\
VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3f, flags=0x0, OS=0x40004, fileType=0x1),
  kids=[
    StringFileInfo([StringTable("040904B0", [
      StringStruct("FileDescription", "Entente"),
      StringStruct("FileVersion", "{version}"),
      StringStruct("InternalName", "entente"),
      StringStruct("LegalCopyright", "Apache License 2.0"),
      StringStruct("OriginalFilename", "entente.exe"),
      StringStruct("ProductName", "Entente"),
      StringStruct("ProductVersion", "{version}"),
      StringStruct("Comments", "{summary}"),
    ])]),
    VarFileInfo([VarStruct("Translation", [1033, 1200])]),
  ],
)
"""


def drawn(drawing: Path, size: int) -> bytes:
    """Return a drawing as PNG, so many pixels wide and high."""
    from PySide6.QtCore import QBuffer, QByteArray
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(drawing)).render(painter)
    painter.end()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the binding's own files call the format bytes
    return bytes(content.data())


def ico(pictures: Mapping[int, bytes]) -> bytes:
    """Return an icon file of Windows that holds PNG pictures by their size."""
    place = 6 + 16 * len(pictures)
    head, body = struct.pack("<HHH", 0, 1, len(pictures)), b""
    for size, picture in pictures.items():
        side = size % 256  # 0 stands for 256
        head += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), place + len(body))
        body += picture
    return head + body


def icns(pictures: Mapping[str, bytes]) -> bytes:
    """Return an icon file of macOS that holds PNG pictures by their kind."""
    body = b"".join(kind.encode() + struct.pack(">I", 8 + len(each)) + each for kind, each in pictures.items())
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


def version_resource() -> str:
    """Return what Windows shows among the properties of the program, as PyInstaller reads it."""
    numbers = tuple(int(part) for part in (*version().split("."), "0", "0", "0", "0")[:4])
    return VERSION_RESOURCE.format(numbers=numbers, version=version(), summary=SUMMARY)


def draw_into(folder: Path) -> None:
    """Write every icon and resource into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("entente", "entente-file"):
        pictures = {size: drawn(DRAWINGS / f"{name}.svg", size) for size in SIZES}
        for size, picture in pictures.items():
            (folder / f"{name}-{size}.png").write_bytes(picture)
        (folder / f"{name}.ico").write_bytes(ico({size: pictures[size] for size in ICO_SIZES}))
        (folder / f"{name}.icns").write_bytes(icns({kind: pictures[size] for kind, size in ICNS_KINDS.items()}))
    (folder / "version.txt").write_text(version_resource(), encoding="utf-8")
    (folder / "bundle.txt").write_text(f"version = {version()}\nday = {released():%Y-%m-%d}\n", encoding="utf-8")


if __name__ == "__main__":
    draw_into(Path(sys.argv[1]))
