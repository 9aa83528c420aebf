"""Plans that are no table: a point and a note beneath it that says by when and who answers; points of acts are none."""

from __future__ import annotations

from pathlib import Path

import pytest
from effort import steps
from read_files import read_text

from extract.document.blocks import Document, Paragraph, passage_of
from extract.finders.plan.points.noted_points import find_noted_points

RU = """# Об утверждении Плана по развитию школьных библиотек на 2031–2032 годы

Приказ Министра просвещения Республики Казахстан от 3 мая 2031 года № 56

ПРИКАЗЫВАЮ:

1. Утвердить прилагаемый План.

## План по развитию школьных библиотек на 2031–2032 годы

{points}
"""


KK = """# Мектеп кітапханаларын дамыту бағдарламасын бекіту туралы

Қазақстан Республикасы Оқу-ағарту министрінің 2031 жылғы 3 мамырдағы № 56 бұйрығы

БҰЙЫРАМЫН:

1. Қоса беріліп отырған бағдарлама бекітілсін.

## Мектеп кітапханаларын дамыту бағдарламасы

### I. Қорлар

1. Кітап қорларын түгендеуді жүргізу.

> *2031 жылдың II тоқсаны.*  
> *Қазақстан Республикасы*  
> *Оқу-ағарту министрлігі*

2. Кітапханашыларды оқыту.

> *Тұрақты.*  
> *Аудандық, қалалық кітапхана*  
> *кеңестері*

3. Оқу залдарын ашу.

> *2032 жыл.*  
> *Облыстардың әкімдері*
"""


LABELLED = """### 1. Фонды

1. Провести инвентаризацию фондов.

Срок исполнения: II квартал 2031 года. Ответственные исполнители: акиматы областей, Министерство просвещения Республики Казахстан.

2. Подготовить:
1) перечень книг;
2) правила обмена книгами.

Ответственные: МП
Срок: до 1 декабря 2031 года

3. Обучить библиотекарей.

Министерство просвещения Республики Казахстан, акиматы областей; 2031–2032 годы.

4. Библиотекари ведут учет книг в журнале."""


BARE = """1. Открыть читальные залы.

II квартал 2031 года. Министерство просвещения Республики Казахстан"""


def test_notes_with_labels_or_without_in_either_order(tmp_path: Path) -> None:
    found = read_text(tmp_path, RU.format(points=LABELLED)).measures
    assert [(one.number, one.deadline_text, one.period and one.period.due) for one in found] == [
        ("1", "II квартал 2031 года", ("2031-Q2",)),
        ("2", "до 1 декабря 2031 года", ("2031-12-01",)),
        ("3", "2031–2032 годы", ("2031/2032",)),
    ]
    assert [[party.text for party in one.responsible] for one in found] == [
        ["акиматы областей", "Министерство просвещения Республики Казахстан"],
        ["МП"],
        ["Министерство просвещения Республики Казахстан", "акиматы областей"],
    ]
    assert found[1].name == "Подготовить: перечень книг; правила обмена книгами."


def test_a_number_may_stand_on_a_line_of_its_own(tmp_path: Path) -> None:
    """In the text of a table whose cells came out one beneath the other."""
    points = LABELLED.replace("1. Провести", "1.\n\nПровести")
    assert points != LABELLED
    first = read_text(tmp_path, RU.format(points=points)).measures[0]
    assert (first.number, first.name) == ("1", "Провести инвентаризацию фондов.")


def test_what_is_a_measure_is_no_provision_as_well(tmp_path: Path) -> None:
    obliged = LABELLED.replace("Провести", "Школы обязаны провести")
    assert not read_text(tmp_path, RU.format(points=obliged)).provisions
    bare = "1. Школы обязаны провести инвентаризацию фондов."
    assert [one.deed for one in read_text(tmp_path, RU.format(points=bare)).provisions] == [
        "провести инвентаризацию фондов"
    ]


def test_quoted_lines_in_kazakh_and_somebody_who_is_not_known_among_them(tmp_path: Path) -> None:
    found = read_text(tmp_path, KK)
    assert [(one.number, one.deadline_text) for one in found.measures] == [
        ("1", "2031 жылдың II тоқсаны"),
        ("2", "Тұрақты"),
        ("3", "2032 жыл"),
    ]
    assert [party.text for party in found.measures[1].responsible] == ["Аудандық, қалалық кітапхана кеңестері"]
    assert found.measures[0].responsible[0].agency == "kz-moe"


def test_each_part_points_at_its_words(tmp_path: Path) -> None:
    [first, *_] = read_text(tmp_path, KK).measures
    [span] = first.evidence
    words = KK[span.start : span.end]
    assert (words[:14], words[-11:]) == ("Кітап қорларын", "министрлігі")


@pytest.mark.parametrize(
    "points",
    [
        BARE,  # one alone makes no plan
        "1. Открыть залы.\n\nII квартал 2031 года.\n\n2. Закупить книги.\n\nДо 1 мая 2031 года.",  # nobody answers
        "1. Открыть залы.\n\nРаботу ведут библиотеки. Залы светлые.\n\n2. Закупить книги.\n\nКниги новые. Их много.",
        "31.03.2031\n\nДо 1 мая 2031 года. Министерство просвещения.\n\n30.04.2031\n\nДо 1 июня 2031 года. Министерство просвещения.",
    ],
)
def test_other_points_are_prose(tmp_path: Path, points: str) -> None:
    assert not read_text(tmp_path, RU.format(points=points)).measures


def test_a_time_that_ends_its_line_needs_no_stop(tmp_path: Path) -> None:
    points = (
        "1. Открыть читальные залы.\n\n> *Май-июнь*\n> *Министерство просвещения,*\n> *отделы образования*\n\n"
        "2. Закупить книги.\n\n> *Постоянно.*\n> *Министерство просвещения*\n"
    )
    found = read_text(tmp_path, RU.format(points=points)).measures
    assert [[party.text for party in measure.responsible] for measure in found] == [
        ["Министерство просвещения", "отделы образования"],
        ["Министерство просвещения"],
    ]


def test_headings_of_parts_with_notes_that_have_no_labels_are_no_points(tmp_path: Path) -> None:
    parts = "".join(f"### {n}. Сады\n\nII квартал 2031 года. Министерство просвещения.\n\n" for n in (1, 2))
    assert not read_text(tmp_path, f"# План ухода за садами на 2031 год\n\n{parts}").measures


def test_points_are_looked_for_above_each_line_once() -> None:
    def work(lines: int) -> None:
        text = passage_of("Школа ведет учет роз и поливает аллею")
        document = Document("a", "ru", text.text, (Paragraph(text),) * lines)
        assert find_noted_points(document, lambda _: False) == {}

    work(1)  # what is compiled once
    assert steps(work, 400) < 3 * steps(work, 200)
