"""The outline of a strategy: labels, what stands behind them, repetition in the table, and the verified outline."""

from __future__ import annotations

import json
from bisect import bisect_right
from datetime import date
from itertools import accumulate
from pathlib import Path

import pytest

from extract.finders.strategy.outline import GROUP_KINDS, OutlineItem, find_outline, find_structure, groups_by_place
from extract.lexicon.loading import LANGUAGES
from extract.lexicon.strategies import strategy_words
from extract.readers.marked import read_marked
from kzedu_graph.model.records import Source

PROGRAMME = """\
# Самал ауылының стратегиясы

### Стратегиялық мақсат

Ауылда әр бала кітап оқиды.

## 1-СТРАТЕГИЯЛЫҚ БАҒЫТ.

### 3.1. Ашық залдар

#### Оқу залы

**Міндет: Әр көшеде зал ашу**

Ол үшін мына жұмыстар жүргізіледі:

- орын табу;
- кітап жинау.

Жұмыс мынадай қағидаларға сүйенеді:

- ашықтық.

#### **Күтілетін нәтижелер:**

- залдар ашылды;
- кітап көбейді.

<sup>1</sup> Ескертпе.

## 2-стратегиялық бағыт: Білікті кітапханашы

Міндет: Кітапханашыны оқыту

Күтілетін нәтиже: Кітапханашы білікті.

## Кесте

Көрсеткіш\tӨлшем бірлігі\t2020\t2025
<b>Стратегиялық мақсат:</b> Ауылда әр бала кітап оқып жүр.\t\t\t
1-көрсеткіш Залдар\tдана\t1\t2

**1-СТРАТЕГИЯЛЫҚ БАҒЫТ. Ашық залдар****ОҚУ ЗАЛЫ****Міндет:** Көшеде зал ашу**Күтілетін нәтиже:** Залдар ашылды.

2-көрсеткіш Кітаптар\tдана\t1\t2
<b>Міндет: Мүлде басқа жаңа іс бастау</b>\t\t\t
"""


def outline(text: str, lang: str = "kk") -> tuple[OutlineItem, ...]:
    return find_outline(read_marked("sample", text, lang))


def test_an_outline_with_its_repetition_in_the_table() -> None:
    found = outline(PROGRAMME)
    assert [(item.kind, item.number, item.part_of) for item in found] == [
        ("goal", "1", None),
        ("direction", "1", None),
        ("task", "1", ("direction", "1")),
        ("planned-action", "1.1", ("task", "1")),
        ("planned-action", "1.2", ("task", "1")),
        ("expected-result", "1.1", ("task", "1")),
        ("expected-result", "1.2", ("task", "1")),
        ("direction", "2", None),
        ("task", "2", ("direction", "2")),
        ("expected-result", "2.1", ("task", "2")),
        ("task", "3", ("direction", "1")),
    ]
    names = {(item.kind, item.number): item.name for item in found}
    assert names["goal", "1"] == "Ауылда әр бала кітап оқиды."
    assert names["direction", "1"] == "Ашық залдар"
    assert names["direction", "2"] == "Білікті кітапханашы"
    assert names["task", "1"] == "Әр көшеде зал ашу"
    assert names["expected-result", "1.2"] == "кітап көбейді."


def test_evidence_points_at_every_place_that_names_a_group() -> None:
    found = {(item.kind, item.number): item for item in outline(PROGRAMME)}
    quotes = [PROGRAMME[span.start : span.end] for span in found["task", "1"].evidence]
    assert quotes == ["Міндет: Әр көшеде зал ашу", "Міндет:** Көшеде зал ашу"]
    assert len(found["direction", "1"].evidence) == 3
    assert len(found["task", "2"].evidence) == 1


def test_groups_are_goals_directions_and_tasks() -> None:
    source = Source("sample", "samal-2030", "kk", date(2018, 1, 1), "Самал", programme="samal")
    groups = find_structure(source, read_marked("sample", PROGRAMME, "kk"))
    assert {group.kind for group in groups} == set(GROUP_KINDS)
    assert {(group.source, group.programme) for group in groups} == {("sample", "samal")}
    places = groups_by_place(groups)
    assert places == sorted(places)
    at = PROGRAMME.index("2-көрсеткіш")
    assert places[bisect_right(places, at, key=lambda place: place[0]) - 1][1] == ("task", "1")


def test_a_russian_outline() -> None:
    text = (
        "## Стратегическая цель: Каждый ребёнок читает\n\n## Стратегическое направление 1. Открытые залы\n\n"
        "### Задача 1.\n\nОткрыть залы.\n\n**Ожидаемые результаты:**\n\n1) залы открыты;\n2) книги собраны.\n"
    )
    assert [(item.kind, item.number, item.name) for item in outline(text, "ru")] == [
        ("goal", "1", "Каждый ребёнок читает"),
        ("direction", "1", "Открытые залы"),
        ("task", "1", "Открыть залы."),
        ("expected-result", "1.1", "залы открыты;"),
        ("expected-result", "1.2", "книги собраны."),
    ]


@pytest.mark.parametrize(("lang", "label"), [("ru", "Задача {}. "), ("kk", "{}-міндет. ")])
def test_numbers_of_several_parts_are_whole_and_two_headings_with_one_number_are_two(lang: str, label: str) -> None:
    names = [("2.1.1", "Книги"), ("2.1.2", "Залы"), ("2.1.2", "Сады"), ("2.1.2", "Сады")]
    text = "".join(f"### {label.format(number)}{name}\n\n" for number, name in names)
    tasks = [(item.number, item.name) for item in outline(text, lang) if item.kind == "task"]
    assert tasks[:3] == [("2.1.1", "Книги"), ("2.1.2", "Залы"), ("2.1.2-2", "Сады")]
    assert len({name for number, name in tasks if number == "2.1.2"}) == 1


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_label_opens_its_example(lang: str) -> None:
    words = strategy_words(lang)
    for phrase, example in words.examples["headings"].items():
        found = outline(f"## {example}\n\n### Атауы\n", lang) or outline(f"## {example}\n\nАтауы\n", lang)
        assert [item.kind for item in found] == [words.headings[phrase]], example


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_list_of_principles_is_no_list_of_actions(lang: str) -> None:
    task = "Міндет: Іс" if lang == "kk" else "Задача: дело"
    for example in strategy_words(lang).examples["principles"].values():
        assert [i.kind for i in outline(f"## {task}\n\n{example}:\n\n- бір;\n- екі.\n", lang)] == ["task"]
    assert [i.kind for i in outline(f"## {task}\n\nСөз:\n\n- бір.\n", lang)] == ["task", "planned-action"]
    assert [i.kind for i in outline(f"## {task}\n\nСөз.\n\n- бір.\n", lang)] == ["task"]


@pytest.mark.parametrize(
    "text",
    [
        "## 3. СТРАТЕГИЯЛЫҚ БАҒЫТТАР\n\nСөз.\n",
        "## Мақсаттар\n\n- бір.\n",
        "Міндеттер көп, бірақ олар мұнда емес.\n",
        "1-стратегиялық бағыт\t\n3.1. Залдар\t17\n• Оқу\t18\n",
        "## 3-бөлім. СТРАТЕГИЯЛЫҚ БАҒЫТ.\n\n### Залдар\n",
        "Жұмыстар:\n\n- міндетсіз жұмыс.\n",
    ],
)
def test_what_only_looks_like_an_outline(text: str) -> None:
    assert outline(text) == ()


def test_a_label_that_nothing_follows_names_nothing() -> None:
    assert outline("## Күтілетін нәтиже:\n\n## Келесі тарау\n\nСөз.\n") == ()


@pytest.mark.parametrize(
    ("kind", "wanted"), [("direction", 4), ("task", 26), ("expected_result", 35), ("planned_action", 52)]
)
def test_the_strategys_outline_is_the_one_verified_by_hand(corpus: Path, gold: Path, kind: str, wanted: int) -> None:
    path = next(corpus.glob("004_*.txt"))
    text = path.read_text("utf-8")
    starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
    said: set[tuple[int, str]] = set()
    count = 0
    for item in find_outline(read_marked("004", text, "kk")):
        if item.kind == kind.replace("_", "-"):
            count += 1
            for span in item.evidence:
                first, last = bisect_right(starts, span.start), bisect_right(starts, span.end - 1)
                said |= {(line, item.name) for line in range(first, last + 1)}
    lines = (gold / "004" / "structure.jsonl").read_text("utf-8").splitlines()
    verified = [one for one in map(json.loads, lines) if one["kind"] == kind]
    assert len(verified) == wanted
    assert count == sum(one["part"] == "text" for one in verified)
    for one in verified:
        if one["part"] == "text":
            assert (one.get("title_line", one["line"]), one.get("title", one["text"])) in said, one["line"]
        else:
            assert one["line"] in {line for line, _ in said}, one["line"]
