"""The rules of the house, read from the source itself: who may know whom, who alone may do what, and how long."""

from __future__ import annotations

import ast
import fnmatch
import functools
import re
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("graphdata", "desktop")
TOP_LEVEL = {"desktop", "graphdata", "resources", "tests", "packaging", ".ci", ".github", ".git"}
FILE_LINES, CLASS_LINES, FUNCTION_LINES, ARCHITECTURE_LINES = 500, 300, 40, 110


class Module(NamedTuple):
    """One source file: its place from the root, its dotted name, its text and its tree."""

    place: str
    name: str
    text: str
    tree: ast.Module


@functools.cache
def modules_in(*folders: str) -> tuple[Module, ...]:
    """Return the Python files below the folders."""
    return tuple(module_at(path) for folder in folders for path in sorted((ROOT / folder).rglob("*.py")))


@functools.cache
def module_at(path: Path) -> Module:
    """Return the file at a path, parsed once for all tests."""
    text = path.read_text(encoding="utf-8")
    parts = path.relative_to(ROOT).with_suffix("").parts
    name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
    return Module(path.relative_to(ROOT).as_posix(), name, text, ast.parse(text))


@functools.cache
def nodes_in(module: Module) -> tuple[ast.AST, ...]:
    """Return everything in the tree of a module."""
    return tuple(ast.walk(module.tree))


def findings(folders: tuple[str, ...], fault: Callable[[ast.AST], str]) -> list[str]:
    """Return each node below the folders that has a fault, as one line."""
    return [
        f"{module.place}:{getattr(node, 'lineno', 1)}: {said}"
        for module in modules_in(*folders)
        for node in nodes_in(module)
        if (said := fault(node))
    ]


def show(lines: list[str]) -> str:
    """Return the findings as the message of an assertion."""
    return "\n" + "\n".join(lines)


def word_of(node: ast.AST) -> str:
    """Return the last word of a name, attribute or called function; an empty string for anything else."""
    if isinstance(node, ast.Call):
        return word_of(node.func)
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def dotted(node: ast.AST) -> str:
    """Return a name as it is written, such as os.path.join; what is called or computed before a dot is left out."""
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else ""


@functools.cache
def names_in(module: Module) -> tuple[tuple[int, str], ...]:
    """Return each name that a module imports or uses, with its line."""
    used = [(node.lineno, dotted(node)) for node in nodes_in(module) if isinstance(node, ast.Name | ast.Attribute)]
    imported = [
        (node.lineno, name)
        for node in nodes_in(module)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in names_of_import(node)
    ]
    return tuple(used + imported)


def names_of_import(node: ast.Import | ast.ImportFrom) -> list[str]:
    """Return the full names that one import statement brings in."""
    names = [alias.name for alias in node.names]
    return names if isinstance(node, ast.Import) else [f"{node.module}.{name}" for name in names]


# Who may know whom: the contracts of pyproject.toml, checked here without import-linter.


def contracts(kind: str) -> list[dict[str, Any]]:
    """Return the import contracts of one type."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return [contract for contract in settings["tool"]["importlinter"]["contracts"] if contract["type"] == kind]


def is_within(name: str, package: str) -> bool:
    """Return whether a dotted name is a package or something inside it."""
    return name == package or name.startswith(package + ".")


@functools.cache
def imports() -> dict[str, frozenset[str]]:
    """Return what each module imports at run time."""
    return {module.name: frozenset(imported_by(module.tree)) for module in modules_in(*PACKAGES)}


def imported_by(node: ast.AST) -> Iterator[str]:
    """Yield what is imported below a node, except for type checking alone."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and word_of(child.test) == "TYPE_CHECKING":
            continue
        if isinstance(child, ast.Import | ast.ImportFrom):
            yield from names_of_import(child)
        yield from imported_by(child)


@functools.cache
def module_of(name: str) -> str:
    """Return the module of ours that holds an imported name, or the name where it is not ours."""
    ours = {module.name for module in modules_in(*PACKAGES)}
    head = name
    while head and head not in ours:
        head = head.rpartition(".")[0]
    return head or name


def reachable(start: str, stop_at: Callable[[str], bool]) -> set[str]:
    """Return what a module imports, also through others of ours, without looking beyond where it must stop."""
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        for name in map(module_of, imports()[waiting.pop()]):
            if name not in seen:
                seen.add(name)
                waiting += [name] if name in imports() and not stop_at(name) else []
    return seen - {start}


@pytest.mark.parametrize("contract", contracts("forbidden"), ids=lambda contract: contract["name"])
def test_forbidden_imports(contract: dict[str, Any]) -> None:
    """No module named by a contract imports what the contract forbids."""
    broken = [
        f"{module} imports {name}"
        for module, names in imports().items()
        if any(is_within(module, source) for source in contract["source_modules"])
        for name in sorted(names)
        if any(is_within(name, forbidden) for forbidden in contract["forbidden_modules"])
    ]
    assert not broken, show(broken)


@pytest.mark.parametrize("contract", contracts("layers"), ids=lambda contract: contract["name"])
def test_layers(contract: dict[str, Any]) -> None:
    """No module imports one of a higher layer, nor a neighbour in its own, not even through a module between."""
    layer_of = {name.strip(): number for number, line in enumerate(contract["layers"]) for name in line.split("|")}

    def home(module: str) -> str:
        return next((layer for layer in layer_of if is_within(module, layer)), "")

    broken = [
        f"{module} reaches {name}"
        for module in imports()
        if home(module)
        for name in sorted(reachable(module, stop_at=lambda name: bool(home(name))))
        if home(name) and home(name) != home(module) and layer_of[home(name)] <= layer_of[home(module)]
    ]
    assert not broken, show(broken)


def test_contracts_name_modules_that_exist() -> None:
    """A contract about a module that is not there guards nothing."""
    layers = [line for contract in contracts("layers") for line in contract["layers"]]
    named = [name.strip() for line in layers for name in line.split("|")]
    for contract in contracts("forbidden"):
        named += contract["source_modules"] + contract["forbidden_modules"]
    ours = [name for name in named if name.partition(".")[0] in PACKAGES]
    missing = sorted({name for name in ours if name not in imports()})
    assert not missing, show(missing)


# Who alone may do what. A name that begins with a dot is forbidden wherever it comes from.


class Rule(NamedTuple):
    """Names that only some files may use; nobody where there are none."""

    names: tuple[str, ...]
    only: tuple[str, ...] = ()


RULES = {
    "start threads": Rule(
        (
            ".QThread",
            ".QThreadPool",
            ".QRunnable",
            ".Thread",
            "threading.Timer",
            "concurrent",
            "multiprocessing",
            "asyncio",
            "_thread",
        ),
        ("desktop/worker.py",),
    ),
    "touch settings and the user's folders": Rule((".QSettings", ".QStandardPaths"), ("desktop/settings.py",)),
    "know where files lie": Rule(
        (".__file__", "sys._MEIPASS", "importlib.resources", "pkgutil"),
        ("desktop/assets.py", "graphdata/*"),
    ),
    "open links": Rule((".QDesktopServices", "webbrowser"), ("desktop/links.py",)),
    "print": Rule(("print",), ("graphdata/cli.py", "desktop/command_line.py", "desktop/app.py", "desktop/selftest.py")),
    "load code or objects from data": Rule(
        ("pickle", "marshal", "shelve", "eval", "exec", "compile", "__import__", "yaml", ".allow_pickle"),
    ),
    "reach the network": Rule(
        (
            ".QtNetwork",
            ".QtWebSockets",
            ".QtWebEngineCore",
            ".QtWebEngineWidgets",
            ".QtWebEngineQuick",
            "socket",
            "socketserver",
            "ssl",
            "http",
            "urllib.request",
            "ftplib",
            "smtplib",
            "xmlrpc",
            "requests",
            "httpx",
        ),
    ),
    "start a shell": Rule(("os.system", "os.popen", "subprocess.getoutput", "subprocess.getstatusoutput")),
    "interpret text as rich text": Rule(
        (
            ".RichText",
            ".AutoText",
            ".MarkdownText",
            ".setHtml",
            ".insertHtml",
            ".appendHtml",
            ".setMarkdown",
            ".insertMarkdown",
            ".QTextBrowser",
            ".QErrorMessage",
            ".mightBeRichText",
        ),
        ("desktop/dialogs/help_browser.py",),  # our own shipped pages, and nothing else
    ),
}


def is_named_by(name: str, forbidden: str) -> bool:
    """Return whether a name in the source is the forbidden one or something inside it."""
    return f".{name}".endswith(forbidden) if forbidden.startswith(".") else is_within(name, forbidden)


@functools.cache
def names_in_use() -> frozenset[str]:
    """Return every name that the packages import or use."""
    return frozenset(name for module in modules_in(*PACKAGES) for _, name in names_in(module))


@pytest.mark.parametrize("deed", RULES)
def test_who_alone_may(deed: str) -> None:
    """What one module is there for, no other does."""
    rule = RULES[deed]
    deeds = {name for name in names_in_use() if any(is_named_by(name, forbidden) for forbidden in rule.names)}
    found = [
        f"{module.place}:{line}: {name}"
        for module in modules_in(*PACKAGES)
        if not any(fnmatch.fnmatch(module.place, pattern) for pattern in rule.only)
        for line, name in names_in(module)
        if name in deeds
    ]
    assert not found, show(found)


def test_no_program_is_started_through_a_shell() -> None:
    """A shell reads meaning into names of files."""

    def fault(node: ast.AST) -> str:
        arguments = node.keywords if isinstance(node, ast.Call) else []
        return "shell=" if any(argument.arg == "shell" for argument in arguments) else ""

    found = findings((*PACKAGES, "packaging", "tests"), fault)
    assert not found, show(found)


# Text from data is never read as rich text.

TEXT_WIDGETS = ("QLabel", "QMessageBox")


def asks_for_plain_text(node: ast.AST) -> bool:
    """Return whether a function or class sets a text format; it can only be plain, the others are forbidden words."""
    return any(word_of(inner) == "PlainText" for inner in ast.walk(node) if isinstance(inner, ast.Attribute))


def test_labels_and_message_boxes_show_plain_text() -> None:
    """A label or box guesses from its text whether it is rich, so whoever makes one sets it to plain text."""

    def fault(node: ast.AST) -> str:
        if isinstance(node, ast.ClassDef):
            inherits = any(word_of(base) in TEXT_WIDGETS for base in node.bases)
            return f"class {node.name}" if inherits and not asks_for_plain_text(node) else ""
        if not isinstance(node, ast.FunctionDef) or asks_for_plain_text(node):
            return ""
        made = [inner for inner in ast.walk(node) if isinstance(inner, ast.Call) and word_of(inner) in TEXT_WIDGETS]
        return f"{word_of(made[0])} made in {node.name} without PlainText" if made else ""

    found = findings(("desktop",), fault)
    assert not found, show(found)


def test_message_boxes_are_never_made_by_their_shortcuts() -> None:
    """QMessageBox.warning and its like cannot be told to show plain text."""

    def fault(node: ast.AST) -> str:
        made = dotted(node.func) if isinstance(node, ast.Call) else ""
        return made if "QMessageBox." in made else ""

    found = findings(("desktop",), fault)
    assert not found, show(found)


def test_tooltips_show_no_text_from_data() -> None:
    """A tooltip guesses like a label and cannot be told, so it takes fixed words, or what a function made harmless."""

    def is_harmless(node: ast.AST) -> bool:
        made = word_of(node) if isinstance(node, ast.Call) else ""
        return isinstance(node, ast.Constant) or made in {"tr", "words"} or "plain" in made

    def fault(node: ast.AST) -> str:
        if not isinstance(node, ast.Call) or word_of(node) not in {"setToolTip", "setWhatsThis", "showText"}:
            return ""
        return "" if all(map(is_harmless, node.args)) else ast.unparse(node)

    found = findings(("desktop",), fault) + [
        f"{module.place}:{line}: {name}"
        for module in modules_in("desktop")
        for line, name in names_in(module)
        if name.endswith((".ToolTipRole", ".WhatsThisRole"))
    ]
    assert not found, show(found)


def test_no_label_opens_links_by_itself() -> None:
    """A label may be told not to open links, never to open them."""

    def fault(node: ast.AST) -> str:
        if not isinstance(node, ast.Call) or word_of(node) not in {"setOpenExternalLinks", "setOpenLinks"}:
            return ""
        return "" if [ast.unparse(argument) for argument in node.args] == ["False"] else ast.unparse(node)

    found = findings(("desktop",), fault)
    assert not found, show(found)


# How it is laid out, and how long things may be.


def test_top_level_folders() -> None:
    """The root holds the folders of the design and what .gitignore names, nothing else."""
    ignored = {line.rstrip("/") for line in (ROOT / ".gitignore").read_text(encoding="utf-8").split()}
    strangers = [
        path.name
        for path in ROOT.iterdir()
        if path.is_dir() and path.name not in TOP_LEVEL and not any(fnmatch.fnmatch(path.name, i) for i in ignored)
    ]
    assert not strangers, show(strangers)


def test_packaging_and_tests_are_no_packages() -> None:
    """An __init__.py in packaging/ hides the library of that name; one below tests/ hides a package of ours."""
    found = [str(path) for folder in ("packaging", "tests") for path in (ROOT / folder).rglob("__init__.py")]
    assert not found, show(found)


def test_every_module_says_what_it_is_for() -> None:
    """Every module begins with a docstring."""
    everything = modules_in(*PACKAGES, "tests", "packaging")
    silent = [module.place for module in everything if not ast.get_docstring(module.tree)]
    assert not silent, show(silent)


def test_nothing_is_left_to_do_later() -> None:
    """Work to be done is an issue, not a comment."""
    mark = re.compile(r"\b(T[O]DO|FIX[M]E|XX[X])\b")
    found = [
        f"{module.place}:{number}: {line.strip()}"
        for module in modules_in(*PACKAGES, "tests", "packaging")
        for number, line in enumerate(module.text.splitlines(), 1)
        if mark.search(line)
    ]
    assert not found, show(found)


def test_files_classes_and_functions_are_short() -> None:
    """Files, classes and functions stay below their limits."""

    def fault(node: ast.AST) -> str:
        limit = CLASS_LINES if isinstance(node, ast.ClassDef) else FUNCTION_LINES
        if not isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            return ""
        lines = (node.end_lineno or node.lineno) - node.lineno + 1
        return f"{node.name} has {lines} lines, {limit} are allowed" if lines > limit else ""

    everywhere = (*PACKAGES, "tests", "packaging")
    lengths = {module.place: len(module.text.splitlines()) for module in modules_in(*everywhere)}
    found = [f"{place}: {length} lines" for place, length in lengths.items() if length > FILE_LINES]
    found += findings(everywhere, fault)
    assert not found, show(found)


def test_architecture_is_two_screens() -> None:
    """ARCHITECTURE.md is there and stays short enough to be read."""
    lines = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").splitlines()
    assert len(lines) <= ARCHITECTURE_LINES
