"""`python -m desktop` and the console script `entente`."""

from __future__ import annotations

import sys

from desktop.command_line import main

if __name__ == "__main__":
    sys.exit(main())
