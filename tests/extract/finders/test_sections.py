"""Headings of invented texts: what they call themselves, what holds them, what changed below them."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from rdflib import RDFS

from extract.document.blocks import Block, Document, Heading, Paragraph, passage_of
from extract.finders.sections import find_sections
from extract.lexicon.headings import KINDS, heading_words
from kzedu_graph.mapping.edition import triples_of
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.model.prose import Citation, Provision, Section
from kzedu_graph.model.records import Source, Span
from kzedu_graph.vocabulary.iris import KZEDU


def document(text: str, lang: str) -> Document:
    """A text of lines; those behind a hash are headings."""
    blocks: list[Block] = []
    at = 0
    for line in text.split("\n"):
        marked = line.startswith("# ")
        passage = passage_of(text, at + 2 * marked, at + len(line))
        blocks.append(Heading(passage, 1) if marked else Paragraph(passage))
        at += len(line) + 1
    return Document("x", lang, text, tuple(blocks))


def sections(text: str, lang: str = "ru", citations: tuple[Citation, ...] = ()) -> tuple[Section, ...]:
    source = Source("x", "x", lang, date(2031, 1, 1), "Правила сада")
    return find_sections(source, document(text, lang), citations)


def drawn(found: tuple[Section, ...]) -> list[tuple[str, str | None, str, int | None]]:
    return [(one.kind, one.number, one.name, one.part_of) for one in found]


OUTLINES = {
    "words, numbers before them": (
        "kk",
        "# 1-бөлім. Бақ\nСөз.\n# 1-тарау. Ағаш\n# 2-тарау. Гүл\n# 2-бөлім. Бағыттар\n# 1-бағыт. Су\n# 1-параграф. Арық",
        [
            ("section", "1", "Бақ", None),
            ("chapter", "1", "Ағаш", 1),
            ("chapter", "2", "Гүл", 1),
            ("section", "2", "Бағыттар", None),
            ("direction", "1", "Су", 4),
            ("paragraph", "1", "Арық", 5),
        ],
    ),
    "numbers without a blank behind them": (
        "ru",
        "# 1.Сад\n# 1.1.Дерево\n# 2.Поле",
        [("heading", "1", "Сад", None), ("heading", "1.1", "Дерево", 1), ("heading", "2", "Поле", None)],
    ),
    "words, numbers behind them": (
        "ru",
        "# Глава 1. Сад\n# Параграф 1. Дерево\n# Глава 2. Поле",
        [("chapter", "1", "Сад", None), ("paragraph", "1", "Дерево", 1), ("chapter", "2", "Поле", None)],
    ),
    "plain numbers that start anew": (
        "ru",
        "# 1. Сад\n# 2. Поле\n# 1. Рожь\n# 3. Лес",
        [
            ("heading", "1", "Сад", None),
            ("heading", "2", "Поле", None),
            ("heading", "1", "Рожь", 2),
            ("heading", "3", "Лес", None),
        ],
    ),
    "numbers of several parts, brackets, no numbers": (
        "ru",
        "# 1. ЛЕС\n# 1.1. Тропа\n# Пни\n# 1) Мох\n# 2) Гриб\n# 1.2. Поляна",
        [
            ("heading", "1", "ЛЕС", None),
            ("heading", "1.1", "Тропа", 1),
            ("heading", None, "Пни", 2),
            ("heading", "1", "Мох", 3),
            ("heading", "2", "Гриб", 3),
            ("heading", "1.2", "Поляна", 1),
        ],
    ),
    "a section whose word is lost goes on": (
        "kk",
        "# 1-бөлім. Бақ\n# 1. Күшті жағы\n# 2. Әлсіз жағы\n# 2. Егін\n# 3-бөлім. Орман",
        [
            ("section", "1", "Бақ", None),
            ("heading", "1", "Күшті жағы", 1),
            ("heading", "2", "Әлсіз жағы", 1),
            ("heading", "2", "Егін", None),
            ("section", "3", "Орман", None),
        ],
    ),
    "an annex and its title": (
        "kk",
        "# 1-бөлім. Бақ\nБақ тұжырымдамасына қосымша\nСу құю жоспары\n# 1-тарау. Ағаш",
        [("section", "1", "Бақ", None), ("annex", None, "Су құю жоспары", None), ("chapter", "1", "Ағаш", 2)],
    ),
    "an annex whose title is torn": (
        "ru",
        "# Приложение\nРекомендации\nпо уходу за садом\nк началу весны\n# 1. Сад",
        [("annex", None, "Рекомендации по уходу за садом к началу весны", None), ("heading", "1", "Сад", 1)],
    ),
    "the text's own title is no section": (
        "ru",
        "# Правила сада\n# 2031 год\n# 1. Сад",
        [("heading", "1", "Сад", None)],
    ),
}


@pytest.mark.parametrize("name", OUTLINES)
def test_outlines(name: str) -> None:
    lang, text, expected = OUTLINES[name]
    assert drawn(sections(text, lang)) == expected


def test_the_number_that_headings_leave_out_is_one_too() -> None:
    text = "# 1. Сад\n1. полить;\n2. прополоть;\n# 2. Поле\n3. Относительно леса:\n# 4. Луг\n5. О реке\nКонец."
    assert [one.number for one in sections(text)] == ["1", "2", "3", "4", "5"]


def test_of_two_paragraphs_with_one_number_neither_is_a_heading() -> None:
    text = "# 1. Сад\n# 2. Поле\n3. Лес\n3. Роща\n# 4. Луг"
    assert [one.number for one in sections(text)] == ["1", "2", "4"]


def test_a_list_of_numbers_below_a_heading_is_none() -> None:
    text = "# 1. Сад\n1. полить\n2. прополоть\n3. убрать\n# 2. Поле\n# 3. Лес"
    assert [one.name for one in sections(text)] == ["Сад", "Поле", "Лес"]


def test_the_note_below_a_heading_names_the_acts_that_changed_it() -> None:
    acts = tuple(
        Citation("x", "resolution", (Span(0, 1),), number, day, "kz-government", None, work)
        for number, day, work in (("33", date(2030, 6, 13), "P3000000033"), ("44", date(2031, 4, 25), "P3100000044"))
    )
    text = (
        "# 1-тарау. Бақ\nЕскерту. 1-тарауға өзгеріс енгізілді - ҚР Үкіметінің 13.06.2030 № 33; 25.04.2031 № 44 "
        "қаулыларымен.\n# 2-тарау. Егін\nБақ туралы ҚР Үкіметінің 13.06.2030 № 33 қаулысы бар."
    )
    changed, untouched = sections(text, "kk", acts)
    assert changed.amended_by == ("P3000000033", "P3100000044")
    assert untouched.amended_by == ()


def test_what_is_taken_is_left_out() -> None:
    text = "# Доля садов\n# 1. Сад"
    source = Source("x", "x", "ru", None, "x")
    (one,) = find_sections(source, document(text, "ru"), (), [Span(2, 12)])
    assert one.name == "Сад"


def test_a_duty_stands_under_the_heading_before_it() -> None:
    text = "Начало.\n# 1. Сад\nРастет.\n# 2. Поле\nРожь."
    source = Source("x", "x", "ru", date(2031, 1, 1), "x")
    provisions = tuple(
        Provision("x", str(n), "requirement", word, word, (Span(text.index(word), text.index(word) + len(word)),))
        for n, word in enumerate(("Начало", "Растет", "Рожь"), 1)
    )
    told = triples_of(Extraction(source, text, provisions=provisions, sections=sections(text)))
    names = {str(node): str(name) for node, property, name in told if property == RDFS.label}
    places = {str(node)[-1]: names[str(place)] for node, property, place in told if property == KZEDU.partOf}
    assert places == {"2": "Сад", "3": "Поле"}


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_every_word_for_a_heading_names_its_kind(lang: str) -> None:
    for kind in KINDS:
        word = heading_words(lang).kinds[kind]
        (found,) = sections(f"# 7-{word}. Бақ" if lang == "kk" else f"# {word.capitalize()} 7. Сад", lang)
        assert (found.kind, found.number) == (kind, "7")


def structure(gold: Path, text: str) -> list[dict[str, object]]:
    lines = (gold / text / "structure.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def test_sections_of_the_letter(corpus: Path, gold: Path) -> None:
    """Each section that was verified by hand is there with its number and title."""
    from extract.flow import extract_file
    from kzedu_graph.registry.resolving import Registry

    (path,) = Path(corpus).glob("003_*")
    found = {(one.number, one.name.rstrip(".:")) for one in extract_file(path, Registry.load()).sections}
    wanted = {(str(row["number"]), str(row["title"]).rstrip(".:")) for row in structure(gold, "003")}
    assert len(wanted) == 18
    assert wanted - found == set()


def test_sections_of_the_concept(corpus: Path, gold: Path) -> None:
    """Each heading with its number, and each note with the acts that it names; one heading is lost in the text."""
    from extract.flow import extract_file
    from kzedu_graph.registry.resolving import Registry

    words = {"бөлім": "section", "тарау": "chapter", "бағыт": "direction", "параграф": "paragraph"}
    (path,) = Path(corpus).glob("002_*")
    found = extract_file(path, Registry.load()).sections
    rows = structure(gold, "002")
    wanted = [(words[str(row["kind"])], str(row["number"])) for row in rows if row["kind"] in words and row["line"]]
    assert [(one.kind, one.number) for one in found if one.kind in words.values() and one.number] == wanted
    notes = [row["amended_by"] for row in rows if row["kind"] == "note" and row["parent"] != "мазмұн"]
    assert [len(one.amended_by) for one in found if one.amended_by] == [len(list(note)) for note in notes]  # type: ignore[call-overload]
