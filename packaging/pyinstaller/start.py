"""What the bundle runs first."""

import os
import sys
from types import ModuleType

from desktop.command_line import main

# pyqtgraph imports these for kinds of plots that we never draw; with what they need they would add 11 MB.
sys.modules["PySide6.QtOpenGL"] = ModuleType("PySide6.QtOpenGL")
sys.modules["pyqtgraph.multiprocess"] = ModuleType("pyqtgraph.multiprocess")
widgets = sys.modules["PySide6.QtOpenGLWidgets"] = ModuleType("PySide6.QtOpenGLWidgets")
widgets.QOpenGLWidget = type("QOpenGLWidget", (), {})  # type: ignore[attr-defined]
# On Linux the bootloader names our libraries to whatever we start, too; a browser and a print program have their own.
before = os.environ.pop("LD_LIBRARY_PATH_ORIG", "")
os.environ.pop("LD_LIBRARY_PATH", None)
if before:
    os.environ["LD_LIBRARY_PATH"] = before
sys.exit(main())
