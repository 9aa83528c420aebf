"""Passports of invented programmes: a table, and prose whose titles are paragraphs."""

from __future__ import annotations

from datetime import date

from extract.document.blocks import Document, Heading, Paragraph, passage_of
from extract.finders.bodies import Bodies
from extract.finders.passport import find_passport
from extract.readers.tabbed import read_tabbed
from kzedu_graph.model.records import Source
from kzedu_graph.registry.resolving import Registry

TABLE = """\
\tБағдарламаны әзірлеуге жауапты мемлекеттік орган
\tҚазақстан Республикасының Оқу-ағарту министрлігі

\tБағдарламаны іске асыруға жауапты мемлекеттік органдар
\tҚазақстан Республикасының Қаржы министрлігі;
Қазақстан Республикасының Бақтар министрлігі

\tІске асыру мерзімдері
\t2026 – 2028 жылдар

\tҚаржыландыру көздері және көлемі
\t2026 – 2028 жылдары 12 млрд. теңге (республикалық бюджет (бұдан әрі – РБ) – 10,5 млрд. теңге, демеушілер – 1 500 млн. теңге), оның ішінде:
2026 – 4 млрд. теңге
2027 – 8 млрд. теңге

\tАтауы
\tБақ

\tТүсі
\tЖасыл
"""


def bodies(lang: str) -> Bodies:
    return Bodies(Source("x", "p-1", lang, date(2026, 1, 1), "x", programme="p-1"), Registry.load(), {})


def test_a_table() -> None:
    reader = bodies("kk")
    passport, totals = find_passport(reader.source, read_tabbed("x", TABLE, "kk"), reader)
    assert passport is not None
    assert (passport.programme, passport.period) == ("p-1", "2026/2028")
    assert [p.agency for p in passport.developer] == ["kz-moe"]
    assert [p.agency for p in passport.implementers] == ["kz-mof", None]
    assert [f.code for f in reader.findings] == ["passport-body-unknown"]
    assert [TABLE[s.start : s.end] for s in reader.findings[0].spans] == [
        "Қазақстан Республикасының Бақтар министрлігі"
    ]
    money = {t.budget_source: [(a.year, a.amount) for a in t.funding] for t in totals}
    assert money == {
        "РБ": [(None, 10500.0)],
        "демеушілер": [(None, 1500.0)],
        None: [(None, 12000.0), (2026, 4000.0), (2027, 8000.0)],
    }


def test_prose_between_its_heading_and_the_next() -> None:
    lines = [
        "Раздел 1. Паспорт",
        "Государственный орган-разработчик Концепции",
        "Министерство просвещения Республики Казахстан",
        "Государственные органы, ответственные за реализацию Концепции",
        "Министерство финансов Республики Казахстан;",
        "акиматы областей",
        "Сроки реализации 2026 – 2030 годы",
        "Раздел 2. Анализ",
        "Ответственные за реализацию сада",
        "Садовник",
    ]
    text, blocks, at = "\n".join(lines), [], 0
    for line in lines:
        passage = passage_of(text, at, at + len(line))
        blocks.append(Heading(passage) if line.startswith("Раздел") else Paragraph(passage))
        at += len(line) + 1
    reader = bodies("ru")
    passport, totals = find_passport(reader.source, Document("x", "ru", text, tuple(blocks)), reader)
    assert passport is not None
    assert [p.text for p in passport.developer] == [lines[2]]
    assert [p.text for p in passport.implementers] == [lines[4].rstrip(";"), lines[5]]
    assert (passport.period, totals) == ("2026/2030", ())


def test_no_passport() -> None:
    reader = bodies("ru")
    assert find_passport(reader.source, read_tabbed("x", "Просто письмо.\n", "ru"), reader) == (None, ())
