"""Numbers as lists print them: figures, Roman numerals, letters."""

from __future__ import annotations

from extract.language.numbers import LARGEST_ROMAN, write_roman

BULLET = "–"
"""What stands for any picture in front of an item: fonts of symbols have no readable letters."""

_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"
_LATIN = "abcdefghijklmnopqrstuvwxyz"


def number_in_form(number: int, form: str) -> str:
    """A number as a list prints it: 4 is "iv" in lowerRoman, "г" in russianLower; figures in any other form."""
    match form:
        case "lowerRoman" | "upperRoman":
            written = write_roman(number) if 1 <= number <= LARGEST_ROMAN else str(number)
            return written if form == "upperRoman" else written.lower()
        case "lowerLetter" | "upperLetter":
            return _letter(number, _LATIN, upper=form == "upperLetter")
        case "russianLower" | "russianUpper":
            return _letter(number, _RUSSIAN, upper=form == "russianUpper")
        case "decimalZero":
            return f"{number:02d}"
        case _:
            return str(number)


def _letter(number: int, alphabet: str, *, upper: bool) -> str:
    letter = alphabet[(number - 1) % len(alphabet)] * ((number - 1) // len(alphabet) + 1)
    return letter.upper() if upper else letter
