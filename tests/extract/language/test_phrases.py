"""Names in any inflection, in invented sentences; and against the counts of the gold standard."""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from typing import Any

import pytest
from places import SHARED

from extract.language.phrases import Mention, PhraseIndex, unglue

LABELS = {
    "kk": {
        "moe": ["Қазақстан Республикасының Оқу-ағарту министрлігі", "ОМ"],
        "mes": ["Қазақстан Республикасының Білім және ғылым министрлігі", "БҒМ"],
        "science": ["БҒМ Ғылым комитеті"],
        "government": ["Қазақстан Республикасының Үкіметі"],
        "office": ["Қазақстан Республикасы Үкіметінің Аппараты"],
        "labour": ["Еңбекмині"],
        "talap": ["«Талап» КеАҚ"],
        "hawk": ["«Жас қыран»"],
        "nea": ["Ы. Алтынсарин атындағы Ұлттық білім академиясы"],
        "akimats": ["облыстардың әкімдіктері"],
        "schools": ["мектептер"],
        "trade": ["СИМ"],
        "digital": ["ЦДИАӨМ"],
        "tvet": ["ТжКБ"],
        "one": ["МО"],
        "other": ["МО"],
    },
    "ru": {
        "moe": ["Министерство просвещения Республики Казахстан", "МП"],
        "agency": ["Агентство Республики Казахстан по делам государственной службы"],
        "leb": ["местные исполнительные органы", "МИО"],
        "police": ["органы внутренних дел"],
        "talap": ['НАО "Talap"'],
        "government": ["Правительство Республики Казахстан"],
        "commission": ["научно-техническая комиссия"],
    },
}


@pytest.fixture(scope="module")
def indexes() -> dict[str, PhraseIndex]:
    return {lang: PhraseIndex(labels, lang) for lang, labels in LABELS.items()}


# [key words] marks a mention.
MARKED = [
    ("kk", "Хат [moe Қазақстан Республикасы Оқу-ағарту министрлігіне] кетті."),
    ("kk", "Хат [moe ҚР Оқу-ағарту министрлiгінде] жатыр, [moe Оқу-ағарту министрлігінен] келді."),
    ("kk", "[moe ОМ]-ге есеп, ом емес; [mes БҒМ]-ның хаты."),
    ("kk", "[science БҒМ-ның Ғылым комитетіне] хат."),
    ("kk", "[office Қазақстан Республикасы Үкіметінің Аппаратында] және [government Үкіметке] хат."),
    ("kk", "Жаңа үкімет туралы кітап."),
    ("kk", "[labour Еңбекминіне], [labour Еңбек миніне], еңбек мен мін емес."),
    ("kk", '[talap «Талап» КеАҚ]-ға және [talap "Талап" КеАҚ] талап қойды; [talap «Талап КеАҚ].'),
    ("kk", "Кітапхана талап КеАҚ емес."),
    ("kk", '[hawk " Жас қыран"] тобы мен жас қыран.'),
    ("kk", "[nea Ы. Алтынсарин\nатындағы Ұлттық білім академиясымен] бірге; Ұлттық білім академиясы."),
    ("kk", "[nea Ы.Алтынсарин атындағы ұлттық білім академиясының] үйі."),
    ("kk", "[akimats Облыстардың әкімдіктеріне] және [schools мектептерге]."),
    ("kk", "Мектепке дейінгі ұйым мен [schools мектеп] үйі."),
    ("kk", "[moe ОҚУ-АҒАРТУ МИНИСТРЛІГІ] тақырыпта."),
    ("kk", "[digital ЦДИАӨМ][trade СИМ], [trade СИМ]; [tvet ТжКБ]-да."),
    ("kk", "Оқу-ағарту министрі мен ғылым министрлігі."),
    (
        "ru",
        "Отчёт [moe Министерству просвещения Республики Казахстан], [moe Министерством\nпросвещения] и [moe МП] РК.",
    ),
    ("ru", "Письмо [agency Агентства РК по делам государственной службы] и [leb местным исполнительным органам]."),
    ("ru", "[leb МИО] и мио, [police органами внутренних дел] и делами."),
    ("ru", '[talap НАО "Talap"] и [talap НАО «Talap»] учат.'),
    ("ru", "Новое правительство и [government Правительством]."),
    ("ru", "Решение [commission научно-технической комиссии]."),
]
MARK = re.compile(r"\[(\w+) ([^\]]*)\]", re.DOTALL)


def unmark(marked: str) -> tuple[str, list[Mention]]:
    """The plain text and the mentions that its brackets mark."""
    text, expected, at = "", [], 0
    for mark in MARK.finditer(marked):
        text += marked[at : mark.start()]
        expected.append(Mention(len(text), len(text) + len(mark[2]), mark[1], mark[2]))
        text += mark[2]
        at = mark.end()
    return text + marked[at:], expected


@pytest.mark.parametrize(("lang", "marked"), MARKED)
def test_find(indexes: dict[str, PhraseIndex], lang: str, marked: str) -> None:
    text, expected = unmark(marked)
    assert indexes[lang].find(text) == expected


def test_a_shared_name_is_not_decided(indexes: dict[str, PhraseIndex]) -> None:
    assert [mention.key for mention in indexes["kk"].find("МО-ның хаты")] == ["one", "other"]


def test_a_quoted_name_alone() -> None:
    labels = {"talap": ["«Талап» КеАҚ"], "npp": ["«Үміт» ұлттық қоры"], "rpp": ["«Үміт» өңірлік қоры"]}
    text = (
        "«Талап» ұсынды, талап етті; «Үміт» және «Үміт» ұлттық қоры. «Ілгері! Талап» бағдарламасы, «Талап қою» курсы."
    )
    assert [mention.words for mention in PhraseIndex(labels, "kk").find(text)] == ["«Үміт» ұлттық қоры"]
    found = PhraseIndex(labels, "kk", quoted_name_alone=True).find(text)
    assert [(mention.key, mention.words) for mention in found] == [("talap", "«Талап»"), ("npp", "«Үміт» ұлттық қоры")]


@pytest.mark.parametrize("dash", ["-", " - ", "–", " – ", "—", " — "])
def test_years_with_any_dash_between_them(dash: str) -> None:
    index = PhraseIndex({"forests": ["Программа лесов на 2031 – 2035 годы"]}, "ru")
    text = f"В Программе лесов на 2031{dash}2035 годы сказано."
    assert [mention.words for mention in index.find(text)] == [f"Программе лесов на 2031{dash}2035 годы"]


def test_nothing_to_find(indexes: dict[str, PhraseIndex]) -> None:
    assert indexes["kk"].find("") == []
    assert indexes["kk"].find(" \n ") == []
    assert PhraseIndex({}, "ru").find("Министерство") == []


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="not in 'en'"):
        PhraseIndex({}, "en")


def test_unglue() -> None:
    known = {"ЦДИАӨМ", "СИМ", "ДСМ", "АБВ", "АБВГДЕ", "ГДЕ"}
    assert unglue("СИМДСМ", known) == ["СИМ", "ДСМ"]
    assert unglue("СИМДСК", known) == []
    assert unglue("АБВГДЕ", known) == []  # two ways


def gold_agencies() -> list[dict[str, Any]]:
    path = SHARED / "gold" / "entities" / "agencies.jsonl"
    if not path.exists() and "CI" in os.environ:
        pytest.fail(f"no gold standard at {path}")
    if not path.exists():
        pytest.skip(f"no gold standard at {path}")
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(
    ("name", "lang", "share"),
    [("000", "ru", 0.98), ("001", "kk", 0.98), ("002", "kk", 0.98), ("003", "ru", 0.97), ("004", "kk", 0.97)],
)
def test_mentions_by_document(name: str, lang: str, share: float) -> None:
    """With a body's names and forms as labels, the counts of a document are met, body by body.

    004 has one name for two councils, both of which are given; so precision is held on the other texts only.
    """
    agencies = gold_agencies()
    paths = sorted((SHARED / "corpus").glob(f"{name}_*.txt"))
    if not paths:
        pytest.skip(f"no corpus at {SHARED}")
    labels = {}
    for body in agencies:
        names = [body[f"name_{lang}"] or "", *body["surface_forms"]]
        names += [short["text"] for short in body["abbr"] if short["lang"] in {lang, "en"}]
        labels[body["id"]] = [label for label in names if label]
    found = Counter(mention.key for mention in PhraseIndex(labels, lang).find(paths[0].read_text(encoding="utf-8")))
    expected = {body["id"]: body["docs"][name] for body in agencies}
    met = sum(min(count, found[key]) for key, count in expected.items())
    assert met >= share * sum(expected.values())
    if name != "004":
        assert met >= 0.97 * found.total()
