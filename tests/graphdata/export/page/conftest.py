"""A page of the little network, as parsed by lxml, and a Chromium to open pages in, where there is one."""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from graphdata.export.page import Looks, to_page
from graphdata.filter import Filter
from graphdata.layout.placement import positions_of
from graphdata.network import Network
from graphdata.sheet import Request
from graphdata.style import Theme, theme_from
from graphdata.ties import ties_of
from graphdata.view import view_of

ROOT = next(parent for parent in Path(__file__).parents if (parent / "resources").is_dir())
Made = Callable[..., bytes]
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-extensions", "--remote-debugging-pipe",
)  # fmt: skip


def themed(name: str) -> Theme:
    return theme_from((ROOT / f"resources/themes/{name}.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def looks() -> Looks:
    """Return both themes."""
    return Looks(themed("light"), themed("dark"))


@pytest.fixture(scope="session")
def made(little: Network, looks: Looks) -> Made:
    """Return a function that writes the page of the little network, or of another one."""

    def write(network: Network = little, theme: str = "light", state: str = "null", **asked: Any) -> bytes:
        view = view_of(network, asked.pop("filter", Filter()))
        wanted = Request(16 / 9, getattr(looks, theme), **asked)
        return to_page(view, ties_of(view), positions_of(network), wanted, looks, state)

    return write


@pytest.fixture(scope="session")
def parsed() -> Callable[[bytes], Any]:
    """Return a function that parses a page."""
    return lambda content: html.fromstring(content.decode())


@pytest.fixture(scope="session")
def page(made: Made, parsed: Callable[[bytes], Any]) -> Any:
    """Return the page of the little network, parsed; no test changes it."""
    return parsed(made())


@pytest.fixture(scope="session")
def block() -> Callable[[Any, str], Any]:
    """Return a function that reads a data block of a parsed page."""
    return lambda page, name: json.loads(page.get_element_by_id(f"entente-{name}").text)


class Browser:
    """A Chromium that is spoken to over two pipes."""

    def __init__(self, program: str, folder: Path) -> None:
        """Start it with a page of its own."""
        (theirs_in, self._out), (self._in, theirs_out) = os.pipe(), os.pipe()
        command = f'exec 3<&{theirs_in} 4>&{theirs_out}; exec "$0" "$@"'
        flags = [program, *FLAGS, f"--user-data-dir={folder}", "about:blank"]
        self.process = subprocess.Popen(
            ["bash", "-c", command, *flags], pass_fds=(theirs_in, theirs_out),
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(theirs_in)
        os.close(theirs_out)
        self._rest, self._number, self._session = b"", 0, ""
        self.events: list[dict[str, Any]] = []
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Log", "Runtime"):
            self.ask(f"{domain}.enable")

    def ask(self, method: str, **parameters: object) -> dict[str, Any]:
        """Return the answer to a command; events that come before it are kept."""
        self._number += 1
        said: dict[str, object] = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            said["sessionId"] = self._session
        os.write(self._out, json.dumps(said).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self._number:
                assert "error" not in answer, answer
                return dict(answer["result"])
            self.events.append(answer)

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            piece = os.read(self._in, 1 << 20)
            assert piece, "Chromium has ended"
            self._rest += piece
        message, _, self._rest = self._rest.partition(b"\0")
        return dict(json.loads(message))

    def open(self, path: Path, wide: int = 1600, high: int = 1000, **features: str) -> None:
        """Open a file in a window of a size and wait until it is loaded; features are of its media queries."""
        metrics = {"width": wide, "height": high, "deviceScaleFactor": 1, "mobile": False}
        self.ask("Emulation.setDeviceMetricsOverride", **metrics)
        wanted = [{"name": name.replace("_", "-"), "value": value} for name, value in features.items()]
        self.ask("Emulation.setEmulatedMedia", features=wanted)
        self.events.clear()
        self.ask("Page.navigate", url=path.as_uri())
        while not any(event["method"] == "Page.loadEventFired" for event in self.events):
            self.events.append(self._next())
        self.run("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")

    def run(self, script: str) -> Any:
        """Return what an expression comes to in the page, a promise when it is kept."""
        found = self.ask("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in found, found["exceptionDetails"]
        return found["result"].get("value")

    def press(self, key: str) -> None:
        """Press a key and let it go."""
        for kind in ("keyDown", "keyUp"):
            self.ask("Input.dispatchKeyEvent", type=kind, key=key)

    def click(self, x: float, y: float) -> None:
        """Click at a place, and wait for vis-network, which looks for a second click first."""
        for kind in ("mouseMoved", "mousePressed", "mouseReleased"):
            self.ask("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)
        self.run("new Promise(done => setTimeout(done, 600))")

    def picture(self, path: Path) -> None:
        """Write what is seen."""
        path.write_bytes(base64.b64decode(self.ask("Page.captureScreenshot")["data"]))

    def pdf(self, backgrounds: bool = True) -> bytes:
        """Return the page as it is printed, with the backgrounds or as browsers do unless they are asked for."""
        printed = self.ask("Page.printToPDF", printBackground=backgrounds, preferCSSPageSize=True)
        return base64.b64decode(printed["data"])

    def asked_for(self) -> list[str]:
        """Return the addresses that the page has asked for: not itself, what it holds, or what its policy refused."""
        failed = [e["params"] for e in self.events if e["method"] == "Network.loadingFailed"]
        refused = {each["requestId"] for each in failed if each.get("blockedReason") == "csp"}
        sent = [e["params"] for e in self.events if e["method"] == "Network.requestWillBeSent"]
        addresses = [s["request"]["url"] for s in sent if s["type"] != "Document" and s["requestId"] not in refused]
        return [address for address in addresses if not address.startswith("data:")]

    def complaints(self) -> list[str]:
        """Return what the console was told: faults, and what the policy refused."""
        logged = [e["params"]["entry"]["text"] for e in self.events if e["method"] == "Log.entryAdded"]
        thrown = [str(e["params"]) for e in self.events if e["method"] == "Runtime.exceptionThrown"]
        return logged + thrown

    def close(self) -> None:
        """Ask it to end, so that it takes what it keeps of its own beside its profile with it."""
        self._session = ""
        self.ask("Browser.close")
        self.process.wait(30)
        os.close(self._in)
        os.close(self._out)


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Return a browser for tests that look at what really happens; they are skipped where there is none."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not program:
        pytest.skip("no Chromium is installed, so the page cannot be looked at in one")
    started = Browser(program, tmp_path_factory.mktemp("chromium"))
    yield started
    started.close()
