"""Run the benchmarks and print their tables: `python tests/benchmarks/run.py [SUBJECT ...]`, see README.md here."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from pathlib import Path

HERE = Path(__file__).parent
HELPERS = ("run", "timing", "many", "graphs", "crowds", "canvases", "peers", "drawings")


def main() -> None:
    """Print the tables of the subjects that are asked for; of all of them, when none is."""
    subjects = sorted(path.stem for path in HERE.glob("*.py") if path.stem not in HELPERS)
    parser = argparse.ArgumentParser(description="Measure Entente beside its peers.")
    parser.add_argument("subjects", nargs="*", metavar="SUBJECT", help=", ".join(subjects))
    parser.add_argument("--quick", action="store_true", help="small sizes and few runs: does everything still work?")
    chosen = parser.parse_args()
    unknown = set(chosen.subjects) - set(subjects)
    if unknown:
        parser.error(f"no such subject: {', '.join(sorted(unknown))}; there are {', '.join(subjects)}")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    sys.path.insert(0, str(HERE.parent.parent))
    from timing import as_text

    for subject in chosen.subjects or subjects:
        for table in importlib.import_module(subject).tables(quick=chosen.quick):
            print(as_text(table), flush=True)


if __name__ == "__main__":
    main()
