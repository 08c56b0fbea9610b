#!/usr/bin/env python3
"""Makes everything that is released for the system it runs on, into dist/, and tells sizes and hashes.

    packaging/build            all of it
    packaging/build wheel      source archive and wheel alone

README.md in the folder above says what it needs.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

import archive
import bundle
import debian
import environments
import installers
import sbom
from project import BUILD, DIST, PACKAGING, ROOT, BuildError, python_in, run, say, sha256, size_of, tree_hash, version


def main(arguments: Sequence[str]) -> int:
    """Make what is asked for and return the exit code."""
    try:
        DIST.mkdir(exist_ok=True)
        BUILD.mkdir(exist_ok=True)
        made = _everything() if not arguments else _source_and_wheel() if list(arguments) == ["wheel"] else []
    except BuildError as fault:
        print(f"build: {fault}", file=sys.stderr)
        return 1
    if not made:
        print((__doc__ or "").strip())
        return 2
    _tell(made)
    return 0


def _source_and_wheel() -> list[Path]:
    """Return source archive and wheel; the wheel is made from the archive, so that the archive holds all it takes."""
    say("source archive and wheel")
    made = BUILD / "python"
    shutil.rmtree(made, ignore_errors=True)
    run([environments.tools(), "-m", "build", "--no-isolation", "--outdir", made, ROOT])
    direct = BUILD / "direct"
    shutil.rmtree(direct, ignore_errors=True)
    run([environments.tools(), "-m", "build", "--wheel", "--no-isolation", "--outdir", direct, ROOT])
    source, wheel = next(made.glob("*.tar.gz")), next(made.glob("*.whl"))
    if sha256(wheel) != sha256(next(direct.glob("*.whl"))):
        raise BuildError("The wheel from the source archive differs from the one of this folder.")
    return [Path(shutil.copy(each, DIST)) for each in (source, wheel)]


def _everything() -> list[Path]:
    """Return every file of the release for this system."""
    made = _source_and_wheel()
    program = bundle.freeze(made[1])
    say(f"bundle: {size_of(program) / 1e6:.1f} MB, tree {tree_hash(program)}")
    if sys.platform.startswith("linux"):
        share = bundle.share(python_in(BUILD / "bundle"))
        say("archive")
        made.append(archive.pack(program, share))
        say("Debian package")
        made.append(debian.package(program, share))
    else:
        made.append(installers.make(program))
    say("guide and list of everything shipped")
    return [*made, _guide(), sbom.write(program)]


def _guide() -> Path:
    """Return the help as one page to read without the program."""
    target = DIST / f"entente-{version()}-guide.html"
    run([python_in(BUILD / "bundle"), PACKAGING / "guide.py", target])
    return target


def _tell(made: list[Path]) -> None:
    """Write SHA256SUMS and print what was made."""
    sums = [f"{sha256(path)}  {path.name}" for path in sorted(made)]
    (DIST / "SHA256SUMS").write_text("\n".join(sums) + "\n", encoding="utf-8")
    print(f"Entente {version()}, in {DIST.relative_to(ROOT)}:")
    for path, line in zip(sorted(made), sums, strict=True):
        print(f"{path.stat().st_size / 1e6:8.2f} MB  {line}")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
