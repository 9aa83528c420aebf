"""Which text is this: decoding, language, header, settings."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from extract.inputs.parts import UnusableInput
from extract.recognise import decode, recognise, sniff_lang


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
        ("No letters: 12", "ru"),
    ],
)
def test_language(text: str, lang: str) -> None:
    assert sniff_lang(text) == lang


@pytest.mark.parametrize(
    ("head", "work", "number", "day"),
    [
        ("О мерах\nПостановление Правительства Республики Казахстан от 5 мая 2031 года № 77.", "P3100000077", "77", date(2031, 5, 5)),
        ("О плане\nПостановление акимата области Самал от 3 марта 2025 года № 12.", "act-2025-03-03-12", "12", date(2025, 3, 3)),
        ("Жоспар туралы\nҚазақстан Республикасы Үкіметінің 2031 жылғы 5 мамырдағы № 77 қаулысы", "P3100000077", "77", date(2031, 5, 5)),
        ("Жоспар\nСамал облысы әкімдігінің 2025 жылғы 3 наурыздағы\u00a0№\u00a012 қаулысы.", "act-2025-03-03-12", "12", date(2025, 3, 3)),
        ("Письмо\nпо приказу от 3 августа 2022 года № 348", "letter", None, None),
    ],
)  # fmt: skip
def test_an_act_is_known_by_its_own_header(head: str, work: str, number: str | None, day: date | None) -> None:
    source, _ = recognise("Letter", head)
    assert (source.work, source.number, source.version_date) == (work, number, day)


def test_settings_complete_what_the_header_says(corpus: Path) -> None:
    text = decode(next(corpus.glob("000*")))
    source, settings = recognise("000", text)
    assert (source.work, source.programme, source.version_date) == ("P2400000465", "P2300000249", date(2024, 6, 13))
    assert settings.expect["measures"] == 180
