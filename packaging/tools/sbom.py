"""Writes the list of everything that is shipped (SBOM, CycloneDX): the Python packages, and the parts of parts.toml."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import environments
import parts
from project import BUILD, DIST, PACKAGING, epoch, python_in, run, version

NOT_SHIPPED: Final = ("pip", "setuptools")
BY_HAND: Final = {"pyvis": "BSD-3-Clause", "colorama": "BSD-3-Clause", "jinja2": "BSD-3-Clause"}
NO_SPDX: Final = ("LicenseRef-public-domain",)


def write(program: Path) -> Path:
    """Return the SBOM of a frozen program."""
    made = BUILD / "packages.cdx.json"
    listing = ["-m", "cyclonedx_py", "environment", "--output-reproducible", "--spec-version", "1.6"]
    run([environments.tools(), *listing, "--output-file", made, python_in(BUILD / "bundle")])
    bill = json.loads(made.read_text(encoding="utf-8"))
    kept = [_told(each) for each in bill["components"] if each["name"].lower() not in NOT_SHIPPED]
    own = next(each for each in kept if each["name"] == "entente")
    kept.remove(own)
    own["type"] = "application"
    installed = {each["name"].lower().replace("_", "-"): each["version"] for each in kept}
    added = [_component(part) for part in parts.present(program, {**installed, "pyinstaller": _pyinstaller()})]
    bill["metadata"] |= {"component": own, "timestamp": _time()}
    bill["components"] = sorted([*kept, *added], key=lambda each: str(each["name"]).lower())
    references = {own["bom-ref"], *(each["bom-ref"] for each in bill["components"])}
    bill["dependencies"] = [_among(each, references) for each in bill["dependencies"] if each["ref"] in references]
    target = DIST / f"entente-{version()}.cdx.json"
    target.write_text(json.dumps(bill, indent=1, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")
    return target


def _time() -> str:
    return datetime.fromtimestamp(epoch(), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _pyinstaller() -> str:
    found = re.search(r"^pyinstaller==(\S+)", (PACKAGING / "tools.lock").read_text(encoding="utf-8"), re.MULTILINE)
    return found[1] if found else ""


def _told(component: dict[str, Any]) -> dict[str, Any]:
    """Return a package of the listing, without this machine's paths, its licence set where its metadata are vague."""
    if component["name"].lower() in BY_HAND:
        component["licenses"] = [{"license": {"id": BY_HAND[component["name"].lower()]}}]
    if component["name"] == "entente":
        component.pop("externalReferences", None)
    return component


def _component(part: parts.Part) -> dict[str, Any]:
    """Return a part that is no Python package."""
    licence = {"name": part.licence} if part.licence in NO_SPDX else None
    told: dict[str, Any] = {
        "type": "library",
        "bom-ref": f"part:{part.name}",
        "name": part.name,
        "licenses": [{"license": licence}] if licence else [{"expression": part.licence}],
    }
    return {**told, "version": part.version} if part.version else told


def _among(dependency: dict[str, Any], references: set[str]) -> dict[str, Any]:
    """Return what depends on what, without what is not shipped."""
    return {**dependency, "dependsOn": [each for each in dependency.get("dependsOn", []) if each in references]}
