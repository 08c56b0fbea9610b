"""Copies the licence texts that no Python package brings along into resources/licences; run on Debian 12.

    apt-get download libqt6core6 && dpkg-deb -x libqt6core6_*.deb QT      (its list covers the code inside Qt)
    packaging/tools/licence_texts.py QT

Texts come from Python, from PyInstaller, from vis-network's own head, and from the copyright files of
Debian's packages.
"""

from __future__ import annotations

import re
import sys
import sysconfig
from pathlib import Path
from typing import Final

import environments
from project import BUILD, ROOT, python_in, site_of

LICENCES: Final = ROOT / "resources" / "licences"
COMMON: Final = Path("/usr/share/common-licenses")
DOCUMENTS: Final = Path("/usr/share/doc")
DEBIAN: Final = {
    "ICU": ("libicu72",),
    "bzip2": ("libbz2-1.0",),
    "expat": ("libexpat1",),
    "libffi": ("libffi8",),
    "liblzma": ("liblzma5",),
    "libxcb": ("libxcb-xkb1",),
    "libxkbcommon": ("libxkbcommon-x11-0",),
    "libxml2": ("libxml2",),
    "libxslt": ("libxslt1.1",),
    "xcb-util": (
        "libxcb-cursor0", "libxcb-icccm4", "libxcb-image0", "libxcb-keysyms1", "libxcb-render-util0", "libxcb-util1",
    ),
}  # fmt: skip
GNU: Final = {"GNU GPL 3": "GPL-3", "GNU LGPL 3": "LGPL-3", "GNU LGPL 2.1": "LGPL-2.1"}
QT: Final = """\
Qt is used under the GNU Lesser General Public License, version 3; its text, and that of the GNU General Public License
which it builds on, are in this list. Qt holds code of others under licences of their own. What follows is the list that
Debian keeps of them for Qt 6.4; the release that is shipped is a later one of the same series. The lists of the release
itself are published with its source by The Qt Company.

"""


def text_of(packages: tuple[str, ...]) -> str:
    """Return what Debian says of the copyright of packages, each text once."""
    texts = [(DOCUMENTS / name / "copyright").read_text(encoding="utf-8") for name in packages]
    return "\n\n".join(dict.fromkeys(texts))


def vis_network() -> str:
    """Return the head of vis-network, which names its licences, and the text of one of them."""
    script = site_of(BUILD / "bundle") / "pyvis" / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js"
    head = re.match(r"/\*\*(.*?)\*/", script.read_text(encoding="utf-8"), re.DOTALL)
    words = [line.strip(" *") for line in head[1].splitlines()] if head else []
    return "\n".join(words).strip() + "\n\n" + (ROOT / "LICENSE").read_text(encoding="utf-8")


def pyinstaller() -> str:
    """Return the licence of PyInstaller, with its exception for programs that are built with it."""
    environments.tools()
    return next(site_of(BUILD / "tools").glob("pyinstaller-*/licenses/COPYING.txt")).read_text(encoding="utf-8")


def main(qt: Path) -> None:
    """Write every text."""
    texts = {name: text_of(packages) for name, packages in DEBIAN.items()}
    texts |= {name: (COMMON / file).read_text(encoding="utf-8") for name, file in GNU.items()}
    texts["Python"] = (Path(sysconfig.get_path("stdlib")) / "LICENSE.txt").read_text(encoding="utf-8")
    texts["PyInstaller"] = pyinstaller()
    texts["vis-network"] = vis_network()
    texts["Qt"] = QT + (qt / "usr/share/doc/libqt6core6/copyright").read_text(encoding="utf-8")
    LICENCES.mkdir(exist_ok=True)
    for name, text in texts.items():
        plain = "\n".join(line.rstrip() for line in text.replace("\f", "").splitlines())
        (LICENCES / f"{name}.txt").write_text(plain.strip() + "\n", encoding="utf-8")


if __name__ == "__main__":
    assert python_in(BUILD / "bundle").exists(), "run packaging/build first"
    main(Path(sys.argv[1]))
