"""Text as it is compared: folded, in Latin letters, as it sounds, and by its consonants alone.

Folded means no case, no accents, one yeh and one kaf, no half-space. Other scripts are compared in Latin letters too;
Persian and Arabic write few vowels, so consonants alone lead to a name where nothing else does.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

_WORD: Final = re.compile(r"[^\W_]+")
_REPEATED: Final = re.compile(r"(.)\1+")
_VOWELS: Final = re.compile(r"[aeiou]+")


def _table(pairs: str) -> dict[int, str]:
    """Return a table for str.translate from words of a letter and what stands for it."""
    return {ord(pair[0]): pair[1:] for pair in pairs.split()}


_DROPPED: Final = dict.fromkeys(map(ord, "\u200c\u200d\u200e\u200f\u00ad\u0640'’‘ʼʻ`´ʹ"))
_ONE_SHAPE: Final = _table(
    "\u064a\u06cc \u0649\u06cc \u0643\u06a9 \u0629\u0647 \u06be\u0647 \u06c1\u0647 \u06d5\u0647 łl øo đd ıi"
) | {start + digit: str(digit) for start in (0x660, 0x6F0) for digit in range(10)}
_CYRILLIC: Final = _table(
    "аa бb вv гg ґg дd еe жzh зz иi іi кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ъ ыy ь эe юyu яya"
    " єye ђdj јj љlj њnj ћc џdz"
)
_ARABIC: Final = _table(
    "\u0627a \u0628b \u067ep \u062at \u062bs \u062cj \u0686ch \u062dh \u062ekh \u062fd \u0630z \u0631r \u0632z"
    " \u0698zh \u0633s \u0634sh \u0635s \u0636z \u0637t \u0638z \u0639 \u063agh \u0641f \u0642q \u06a9k \u06afg"
    " \u0644l \u0645m \u0646n \u0648v \u0647h \u06ccy \u0621"
)
_LATIN: Final = _CYRILLIC | _ARABIC
_AS_HEARD: Final = str.maketrans("yjw", "iiv")
BLOCK: Final = 2048  # texts
SEPARATOR: Final = "\x1e"
_PLAIN: Final = {code: " " for code in range(128) if not chr(code).isalnum() and chr(code) != SEPARATOR} | {
    ord("'"): None,
    ord("`"): None,
}


def fold(text: str) -> str:
    """Return the text as it is compared: lower case, without accents, words apart by one space."""
    text = text.translate(_DROPPED)
    if not text.isascii():
        bare = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
        text = "".join(letter for letter in bare if not unicodedata.combining(letter)).translate(_ONE_SHAPE)
    return " ".join(_WORD.findall(text.lower()))


def letters_folded() -> dict[str, str]:
    """Return what folding puts in the place of single letters, beside case and accents: for searches outside Python."""
    return {chr(letter): "" for letter in _DROPPED} | {chr(letter): shape for letter, shape in _ONE_SHAPE.items()}


def latin(folded: str) -> str:
    """Return folded text in Latin letters; what is in another script than Cyrillic or Arabic stays as it is."""
    return folded if folded.isascii() else folded.translate(_LATIN) or folded


def spellings(text: str) -> str:
    """Return a text folded, followed by its Latin letters where they differ."""
    folded = fold(text)
    return folded if folded.isascii() else f"{folded} {latin(folded)}"


def all_spellings(texts: Sequence[str]) -> list[str]:
    """Return the spellings of many texts; those in plain ASCII, which are most, are folded together."""
    blocks = (texts[start : start + BLOCK] for start in range(0, len(texts), BLOCK))
    return [each for block in blocks for each in _folded_together(block)]


def _folded_together(texts: Sequence[str]) -> list[str]:
    """Return the spellings of a block of texts; a larger one would hold the interpreter for longer than a frame."""
    plain = SEPARATOR.join([text if text.isascii() and SEPARATOR not in text else "" for text in texts])
    folded = plain.translate(_PLAIN).lower().split(SEPARATOR)
    return [
        " ".join(easy.split()) if easy or not text else spellings(text)
        for easy, text in zip(folded, texts, strict=True)
    ]


def fits(folded: str, words: Iterable[str]) -> bool:
    """Return whether a folded text holds every word, as it is written or in Latin letters."""
    return all(word in folded or latin(word) in folded for word in words)


@lru_cache(maxsize=65536)
def heard(word: str) -> tuple[str, str]:
    """Return how a word sounds, and its consonants; transliterations differ in y, j and i, and in doubled letters."""
    sound = _REPEATED.sub(r"\1", latin(word).translate(_AS_HEARD))
    return sound, _VOWELS.sub("", sound)
