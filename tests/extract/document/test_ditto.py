"""Marks by which a cell repeats the one above."""

from __future__ import annotations

import pytest

from extract.document.ditto import is_ditto


@pytest.mark.parametrize(
    ("lang", "text", "repeats"),
    [
        ("ru", "«__»", True),
        ("ru", "-//-", True),
        ("ru", '—"—', True),
        ("ru", '"', True),
        ("ru", "То же", True),
        ("kk", "сол", True),
        ("kk", "« »", True),
        ("ru", "-", False),
        ("ru", "—", False),
        ("ru", "", False),
        ("ru", "«__» марта 2031 года", False),
        ("ru", "отчет", False),
        ("kk", "Солтүстік Қазақстан облысы", False),
    ],
)
def test_marks(lang: str, text: str, repeats: bool) -> None:
    assert is_ditto(text, lang) is repeats
