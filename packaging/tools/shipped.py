"""What may be in the bundle: everything else is left out, and a build that holds more fails.

Read by the PyInstaller spec, by the check of what it made, and by tests/release/test_shipped.py.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from fnmatch import fnmatchcase
from pathlib import PurePosixPath
from typing import Final

# Distributions whose metadata and licences travel along: the About dialog reads them.
DISTRIBUTIONS: Final = (
    "colorama", "entente", "jinja2", "jsonpickle", "lxml", "markupsafe", "msgspec", "networkx", "numpy",
    "PySide6-Essentials", "pyqtgraph", "python-docx", "python-pptx", "pyvis", "rapidfuzz", "shiboken6",
    "typing_extensions", "xlsxwriter",
)  # fmt: skip
# Import names of what is frozen besides the standard library; a package of the building environment must not slip in.
PACKAGES: Final = frozenset((
    "PIL", "PySide6", "colorama", "desktop", "docx", "graphdata", "jinja2", "jsonpickle", "lxml", "markupsafe",
    "msgspec", "networkx", "numpy", "pptx", "pyqtgraph", "pyvis", "rapidfuzz", "shiboken6", "typing_extensions",
    "xlsxwriter",
))  # fmt: skip
BINDINGS: Final = ("QtCore", "QtGui", "QtWidgets")
# DBus is Qt's own need on Linux: accessibility, the portal for file dialogs.
QT_LIBRARIES: Final = ("Core", "DBus", "Gui", "WaylandClient", "Widgets", "WlShellIntegration", "XcbQpa")
QT_PLUGINS: Final = {
    "platforms": ("offscreen", "wayland", "xcb", "windows", "cocoa"),
    "platforminputcontexts": ("composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"),
    "platformthemes": ("xdgdesktopportal",),
    "wayland-shell-integration": ("xdg-shell",),
    "wayland-decoration-client": ("bradient",),
}
# Of the system's libraries only these small ones come along, as a desktop may lack them. Never one that the system's
# graphics drivers use as well (libstdc++, libgcc_s, libX11, libxcb, zlib, expat, glib, freetype, fontconfig, dbus).
HOST_LIBRARIES: Final = (
    "libbz2.so.*", "libffi.so.*", "liblzma.so.*", "libpython3*", "libxcb-cursor.so.*", "libxcb-icccm.so.*",
    "libxcb-image.so.*", "libxcb-keysyms.so.*", "libxcb-render-util.so.*", "libxcb-util.so.*", "libxcb-xkb.so.*",
    "libxkbcommon-x11.so.*",
)  # fmt: skip
LEFT_OUT_FILES: Final = (
    "numpy/_core/_*_tests.*", "numpy/_core/lib/*", "numpy/_core/include/*", "lxml/objectify.*", "lxml/isoschematron/*",
    "lxml/includes/*", "lxml/html/*", "lxml/sax.*", "lxml/builder.*", "pyqtgraph/*",
    "docx/templates/default-docx-template/*", "pptx/templates/*.emf", "rapidfuzz/*_avx2.*", "PySide6/Qt/translations/*",
    "PySide6/Qt/qml/*", "PySide6/Qt/libexec/*", "PySide6/Qt/resources/*",
    "*.dist-info/RECORD", "*.dist-info/INSTALLER", "*.dist-info/REQUESTED", "*.dist-info/direct_url.json",
    "*.dist-info/uv_*",
    "*.dist-info/WHEEL", "*.dist-info/top_level.txt", "*.dist-info/entry_points.txt", "*.dist-info/sboms/*",
)  # fmt: skip
# What could open a connection, what draws other windows, and what only developers or notebooks call.
LEFT_OUT_BINDINGS: Final = (
    "QtConcurrent", "QtDBus", "QtDesigner", "QtHelp", "QtNetwork", "QtOpenGL", "QtOpenGLWidgets", "QtPrintSupport",
    "QtQml", "QtQuick", "QtQuickControls2", "QtQuickTest", "QtQuickWidgets", "QtSql", "QtSvg", "QtSvgWidgets", "QtTest",
    "QtUiTools", "QtXml",
)  # fmt: skip
LEFT_OUT_MODULES: Final = (
    "IPython", "_curses", "_hashlib", "_pytest", "_sqlite3", "_ssl", "_tkinter", "asyncio", "attr", "attrs",
    "curses", "defusedxml", "doctest", "ftplib", "http.server", "imaplib", "lxml.ElementInclude", "lxml.builder",
    "lxml.cssselect", "lxml.html", "lxml.isoschematron", "lxml.objectify", "lxml.sax", "matplotlib",
    "multiprocessing", "nntplib", "numpy.distutils", "numpy.f2py", "pandas", "pip", "pkg_resources", "poplib",
    "pydoc_data", "pyqtgraph.canvas", "pyqtgraph.console", "pyqtgraph.examples", "pyqtgraph.flowchart",
    "pyqtgraph.jupyter", "pyqtgraph.multiprocess", "pyqtgraph.opengl", "readline", "scipy", "setuptools",
    "smtplib", "socketserver", "sqlite3", "ssl", "telnetlib", "tkinter", "unittest.mock", "xmlrpc",
    *(f"PySide6.{name}" for name in LEFT_OUT_BINDINGS),
)  # fmt: skip
NATIVE: Final = re.compile(r"\.(so|dll|pyd|dylib)(\.[\d.]+)?$")
_QT_LIBRARY: Final = re.compile(r"^(?:lib)?Qt6?(\w+?)(?:\.so[\d.]*|\.dll|\.[\d.]*dylib)?$")


def is_wanted(name: str, source: str, own_places: Iterable[str]) -> bool:
    """Return whether a file goes into the bundle; own_places are folders of the building environment's Python."""
    path = PurePosixPath(name.replace("\\", "/"))
    if any(fnmatchcase(str(path), pattern) for pattern in LEFT_OUT_FILES):
        return False
    if "plugins" in path.parts and "PySide6" in path.parts:
        return _stem(path.name) in QT_PLUGINS.get(path.parent.name, ())
    if path.parent.name == "PySide6" and path.name.startswith("Qt") and path.suffix in (".so", ".pyd"):
        return path.name.partition(".")[0] in BINDINGS
    qt = _QT_LIBRARY.match(path.name)
    if qt and NATIVE.search(path.name):
        return qt[1] in QT_LIBRARIES
    foreign = NATIVE.search(path.name) and not any(source.startswith(place) for place in own_places)
    return not foreign or any(fnmatchcase(path.name, pattern) for pattern in HOST_LIBRARIES)


def needed(libraries: Mapping[str, str], others: Iterable[str], imports_of: Callable[[str], Iterable[str]]) -> set[str]:
    """Return the names of those libraries that the others load, or that one of the returned loads.

    Libraries are given as name to path, the others as paths; imports_of returns the names that a file asks for.
    """
    found: set[str] = set()
    waiting = list(others)
    while waiting:
        for name in imports_of(waiting.pop()):
            if name in libraries and name not in found:
                found.add(name)
                waiting.append(libraries[name])
    return found


def _stem(name: str) -> str:
    """Return the name of a plugin without what the systems put round it: libqxcb.so and qxcb.dll are xcb."""
    stem = name.partition(".")[0].removeprefix("lib")
    return stem.removeprefix("q") if stem.startswith("q") and stem != "qt-shell" else stem
