"""Bytes -> text: UTF-8, UTF-16, and the one-byte alphabets of Windows for Russian and Kazakh, told by the bytes."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from extract.inputs.parts import UnusableInput

WINDOWS = ("windows-1251", "kz1048")
"""One-byte alphabets: KZ-1048 is windows-1251 with Kazakh letters where that has Serbian and Macedonian ones."""
SAMPLE_BYTES = 65536
"""How much of a file tells its encoding."""

_ALPHABET = re.compile(r"[\nа-яА-ЯёЁәғқңөұүһіӘҒҚҢӨҰҮҺІ№«»„“”‘’–—…§°\u00a0\u00ad±·•™©®†‡‰€ґҐєЄїЇўЎ]")
_KAZAKH = re.compile(r"[әғқңөұүһӘҒҚҢӨҰҮҺ]")
_TURNED = re.compile(r"[а-яё][А-ЯЁ]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_HIGH = re.compile(r"[^\x00-\x7f]")
MOST_TURNED = 0.05
"""Capitals behind small letters, by letter, above which the letters are those of another alphabet (KOI8-R)."""
MOST_FOREIGN = 0.02
"""Signs that no Russian or Kazakh text has, by sign outside ASCII."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the name of the encoding it was in."""

    text: str
    encoding: str


def decode_bytes(data: bytes, name: str, declared: str | None = None) -> Decoded:
    """The text of some bytes; raises UnusableInput, naming the file, where they are empty, binary or of no known
    encoding.

    `declared` is what the bytes say of themselves (`<meta charset>`); it is believed where it is right.
    """
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"):
        raise UnusableInput(f"{name}: the file is empty.")
    wide = _wide_encoding(data)
    if wide:
        return _decode(data, wide, name)
    if b"\x00" in data or _is_binary(data):
        raise UnusableInput(f"{name}: the file is binary, not text.")
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        found = _one_byte(data, declared)
        if found is None:
            raise UnusableInput(
                f"{name}: byte {error.start} is not UTF-8, and the file is in no other encoding that is known; "
                "save it as UTF-8."
            ) from error
        return found


def _is_binary(data: bytes) -> bool:
    sample = data[:SAMPLE_BYTES].decode("latin-1")
    return len(_CONTROL.findall(sample)) > len(sample) // 500


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 by its mark, or by the high bytes of Cyrillic and Latin letters in every second place."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    sample = data[: SAMPLE_BYTES - SAMPLE_BYTES % 2]
    if len(data) % 2 or len(sample) < 8:
        return None
    for encoding, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        if (high.count(b"\x04") + high.count(b"\x00")) > 0.95 * len(high) and not _is_wide_binary(sample, encoding):
            return encoding
    return None


def _is_wide_binary(sample: bytes, encoding: str) -> bool:
    text = sample.decode(encoding, "replace")
    return bool(_CONTROL.search(text))


def _decode(data: bytes, encoding: str, name: str) -> Decoded:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnusableInput(f"{name}: byte {error.start} is not UTF-16; save the file as UTF-8.") from error
    if _CONTROL.search(text):
        raise UnusableInput(f"{name}: the file is binary, not text.")
    return Decoded(text, "utf-16")


def _one_byte(data: bytes, declared: str | None) -> Decoded | None:
    """The text in an alphabet of Windows, or in the one that is declared; None where neither makes words of it."""
    read = [Decoded(text, known) for known in WINDOWS if (text := _try(data, known)) is not None]
    if declared and declared not in WINDOWS and (text := _try(data, declared)) is not None:
        read.insert(0, Decoded(text, declared))
    likely = [one for one in read if _makes_words(one.text)]
    if len(likely) > 1 and likely[0].encoding == WINDOWS[0] and _KAZAKH.search(likely[1].text):
        return likely[1]
    return likely[0] if likely else None


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _makes_words(text: str) -> bool:
    """Whether few signs are foreign, and capitals stand in front of small letters rather than behind them."""
    high = _HIGH.findall(text)
    foreign = sum(1 for letter in high if not _ALPHABET.match(letter))
    turned = len(_TURNED.findall(text))
    shouted = turned > 0 and sum(map(str.isupper, high)) > sum(map(str.islower, high))
    return foreign <= MOST_FOREIGN * len(high) and turned <= max(1, MOST_TURNED * len(high)) and not shouted
