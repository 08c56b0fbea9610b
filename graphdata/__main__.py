"""Run the command line: python -m graphdata check NETWORK."""

from __future__ import annotations

import sys

from graphdata.cli import main

if __name__ == "__main__":
    sys.exit(main())
