"""Which addresses reach the browser: ten good ones do, forty bad ones never."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QUrl

from desktop.links import Judged, judge, open_link

GOOD = [
    "https://www.pravda.com.ua/eng/news/2023/12/8/7432162/",
    "http://example.org",
    "https://example.org/?q=1&r=2#part",
    "https://example.org:8443/path",
    "HTTPS://Example.ORG/Path",
    "https://xn--80ak6aa92e.com/",
    "https://ru.wikipedia.org/wiki/НИИИП",
    "https://example.org/a%20b",
    "https://sub-domain.example.co.uk/a_b~c",
    "https://example.org/a/../b",
]
BAD = [
    "",
    "example.org",
    "//example.org/",
    "http:",
    "http://",
    "https:///path",
    "http:example.org",
    "https://:443/",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "file:///etc/passwd",
    "file://server/share",
    "smb://server/share",
    "\\\\server\\share",
    "ftp://example.org/",
    "mailto:a@example.org?attach=/etc/passwd",
    "ms-msdt:/id PCWDiagnostic",
    "search-ms:query=x",
    "vbscript:msgbox(1)",
    "tel:+123456",
    "view-source:https://example.org",
    "--help",
    "-http://example.org",
    "https://user@example.org/",
    "https://user:secret@example.org/",
    "https://example.org@evil.example/",
    "https://@example.org/",
    "https://example.org\\@evil.example/",
    "https://example.org/\\..\\x",
    "https://example.org/ --new-window",
    " https://example.org/",
    "https://example.org/\n",
    "https://exa\tmple.org/",
    "https://example.org/\x00",
    "https://example.org/\u202egpj.exe",
    "https://example.org/\u200b",
    "https://аррӏе.com/",
    "https://example.org:99999/",
    "http://2130706433/",
    "https://ex%61mple.org/",
    "https://[::1/",
    "https://-example.org/",
    "https://example.org/" + "a" * 3000,
]


class Browser:
    """Takes addresses as the system's browser would."""

    def __init__(self) -> None:
        """Start with nothing opened."""
        self.opened: list[str] = []

    def __call__(self, url: QUrl) -> bool:
        """Open an address."""
        self.opened.append(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))
        return True


def test_there_are_enough_of_both() -> None:
    assert len(GOOD) == 10
    assert len(BAD) >= 40


@pytest.mark.parametrize("url", GOOD)
def test_a_good_address_reaches_the_browser(url: str) -> None:
    browser = Browser()
    assert open_link(url, browser)
    assert len(browser.opened) == 1
    assert browser.opened[0].isascii()


@pytest.mark.parametrize("url", BAD)
def test_a_bad_address_reaches_nobody(url: str) -> None:
    browser = Browser()
    assert not open_link(url, browser)
    assert browser.opened == []


@pytest.mark.parametrize("url", BAD)
def test_a_bad_address_comes_with_a_reason_and_as_it_was(url: str) -> None:
    judged = judge(url)
    assert judged == Judged(False, judged.reason, judged.host, url)
    assert judged.reason


def test_a_foreign_host_is_named_in_ascii() -> None:
    judged = judge("https://аррӏе.com/")
    assert judged.host == "xn--80ak6aa92e.com"
    assert judged.reason == "the host is not written in ASCII; in ASCII it is xn--80ak6aa92e.com"


def test_letters_in_a_path_are_sent_in_ascii() -> None:
    judged = judge("https://ru.wikipedia.org/wiki/НИИ")
    assert judged.url == "https://ru.wikipedia.org/wiki/%D0%9D%D0%98%D0%98"
    assert (judged.scheme, judged.host) == ("https", "ru.wikipedia.org")


def test_the_unseen_sign_is_named() -> None:
    assert judge("https://example.org/\u202ex").reason.endswith("(U+202E)")


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("", "the source gives no address"),
        ("javascript:alert(1)", "only http and https are opened, not “javascript”"),
        ("https://user:secret@example.org/", "the address carries a user name or a password"),
        ("https:///path", "the address has no host"),
        ("https://-example.org/", "the host is not the name of a host"),
        ("http://2130706433/", "Python and Qt read this address differently"),
        ("--help", "the address begins with “-”"),
    ],
)
def test_the_reason_is_in_words(url: str, reason: str) -> None:
    assert judge(url).reason == reason
