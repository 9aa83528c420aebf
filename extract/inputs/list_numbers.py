"""Numbers as lists print them: figures, Roman numerals, letters."""

from __future__ import annotations

_ROMANS = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
_ROMANS_BELOW = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"
_LATIN = "abcdefghijklmnopqrstuvwxyz"


def number_in_form(number: int, form: str) -> str:
    """A number as a list prints it: 4 is "iv" in lowerRoman, "г" in russianLower; figures in any other form."""
    match form:
        case "lowerRoman" | "upperRoman":
            written = ""
            for worth, letters in (*_ROMANS, *_ROMANS_BELOW):
                written += letters * (number // worth)
                number %= worth
            return written.upper() if form == "upperRoman" else written
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
