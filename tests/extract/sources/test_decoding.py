"""Bytes of a file as text, and the language that the text is in."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.inputs.parts import UnusableInput
from extract.sources.recognise import decode, sniff_lang


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "the file is empty"),
        (b" \n\t", "the file is empty"),
        ("План".encode("utf-16")[:-1], "not UTF-16"),
        (b"PK\x03\x04\x00\x00binary", "binary"),
        ("План читальных залов".encode("koi8-r"), "not UTF-8"),
    ],
    ids=["empty", "blank", "half a letter of utf-16", "binary", "koi8-r"],
)
def test_unusable_input_is_refused_in_one_sentence(tmp_path: Path, data: bytes, sentence: str) -> None:
    path = tmp_path / "text.txt"
    path.write_bytes(data)
    with pytest.raises(UnusableInput, match=sentence):
        decode(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "windows-1251"])
def test_the_encoding_is_told_by_the_bytes(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "text.txt"
    path.write_bytes("План читальных залов № 12".encode(encoding))
    assert decode(path) == "План читальных залов № 12"


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match="cannot be read"):
        decode(tmp_path / "no.txt")


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Открытие читальных залов", "ru"),
        ("Ауылдық оқу залдарын ашу", "kk"),
        ("Құрмет", "kk"),
        ("Ереже\n\n1. Сынып тазаланады.", "kk"),
        ("Комиссия актіні жасайды.", "kk"),
        ("Правила\n\n1. КХ «Роза» сдает отчет.", "ru"),
        ("No letters: 12", "ru"),
        ("О плане области Тораңғы\n\n1. Акиму области Тораңғы открыть залы.", "ru"),
    ],
)
def test_language(text: str, lang: str) -> None:
    assert sniff_lang(text) == lang
