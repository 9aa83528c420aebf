"""Plans that are no table: a point, and a note beneath it that says by when and who answers."""

from __future__ import annotations

from pathlib import Path

import pytest
from effort import steps

from extract.document.blocks import Document, Paragraph, passage_of
from extract.finders.plan.points.noted_points import find_noted_points
from extract.flow import extract_file
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.registry.resolving import Registry

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


def read(tmp_path: Path, text: str) -> Extraction:
    path = tmp_path / "plan.md"
    path.write_text(text, encoding="utf-8")
    return extract_file(path, Registry.load())


def test_notes_with_labels_or_without_in_either_order(tmp_path: Path) -> None:
    found = read(tmp_path, RU.format(points=LABELLED)).measures
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
    first = read(tmp_path, RU.format(points=points)).measures[0]
    assert (first.number, first.name) == ("1", "Провести инвентаризацию фондов.")


def test_what_is_a_measure_is_no_provision_as_well(tmp_path: Path) -> None:
    obliged = LABELLED.replace("Провести", "Школы обязаны провести")
    assert not read(tmp_path, RU.format(points=obliged)).provisions
    bare = "1. Школы обязаны провести инвентаризацию фондов."
    assert [one.deed for one in read(tmp_path, RU.format(points=bare)).provisions] == ["провести инвентаризацию фондов"]


def test_quoted_lines_in_kazakh_and_somebody_who_is_not_known_among_them(tmp_path: Path) -> None:
    found = read(tmp_path, KK)
    assert [(one.number, one.deadline_text) for one in found.measures] == [
        ("1", "2031 жылдың II тоқсаны"),
        ("2", "Тұрақты"),
        ("3", "2032 жыл"),
    ]
    assert [party.text for party in found.measures[1].responsible] == ["Аудандық, қалалық кітапхана кеңестері"]
    assert found.measures[0].responsible[0].agency == "kz-moe"


def test_each_part_points_at_its_words(tmp_path: Path) -> None:
    [first, *_] = read(tmp_path, KK).measures
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
    assert not read(tmp_path, RU.format(points=points)).measures


def test_the_day_of_minutes_gives_dates_without_a_year_theirs(tmp_path: Path) -> None:
    path = tmp_path / "minutes.md"
    points = (("Полить сады", "25 мая"), ("Убрать листья", "до 10 марта"), ("Сдать отчёт", "II квартал"))
    noted = "\n\n".join(
        f"{n}. {deed}.\n\n> Срок: {due}. Ответственные: Управление образования"
        for n, (deed, due) in enumerate(points, 1)
    )
    head = "# Протокол № 4 заседания совета садоводов\n\n14 апреля 2031 года\n\nРЕШИЛИ:\n\n"
    path.write_text(f"{head}{noted}\n", "utf-8")
    found = extract_file(path, Registry.load())
    assert [one.period and one.period.due for one in found.measures] == [("2031-05-25",), ("2032-03-10",), ("2031-Q2",)]


def test_a_time_that_ends_its_line_needs_no_stop(tmp_path: Path) -> None:
    points = (
        "1. Открыть читальные залы.\n\n> *Май-июнь*\n> *Министерство просвещения,*\n> *отделы образования*\n\n"
        "2. Закупить книги.\n\n> *Постоянно.*\n> *Министерство просвещения*\n"
    )
    path = tmp_path / "plan.md"
    path.write_text(RU.format(points=points), "utf-8")
    found = extract_file(path, Registry.load()).measures
    assert [[party.text for party in measure.responsible] for measure in found] == [
        ["Министерство просвещения", "отделы образования"],
        ["Министерство просвещения"],
    ]


MONEY_RU = """План ухода за садами на 2031 год

1. Посадить липы.
   Срок: I квартал 2031 г..
   Ответственные: Отдел садов.
   Соисполнители: ТОО «Липа» (по согласованию).
   Объем финансирования: 18,5 млн тенге.
   Источник: районный бюджет.
   Форма завершения: акт.

2. Полить липы.
   Срок: еженедельно.
   Ответственные: Отдел садов.
   Сумма: 40.
"""
MONEY_KK = """2031 жылға арналған бақ күтімі жоспары

1. Жөке отырғызу.
   Мерзімі: 2031 жылғы мамыр.
   Жауаптылар: Бақ бөлімі.
   Қоса орындаушылар: «Жөке» ЖШС.
   Қаржыландыру көлемі: 900 мың теңге.
   Қаржыландыру көзі: жергілікті бюджет.
   Аяқталу нысаны: акт.

2. Жөке суару.
   Мерзімі: тоқсан сайын.
   Жауаптылар: Бақ бөлімі.
   Қаржыландыру: талап етілмейді.
"""


@pytest.mark.parametrize(
    ("text", "amount", "source"), [(MONEY_RU, 18.5, "районный бюджет"), (MONEY_KK, 0.9, "жергілікті бюджет")]
)
def test_labelled_lines_tell_money_proofs_and_others_who_act(
    text: str, amount: float, source: str, tmp_path: Path
) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(text, "utf-8")
    first, second = extract_file(path, Registry.load()).measures
    assert [(one.amount, one.source) for one in first.funding or ()] == [(amount, None)]
    assert (first.sources, [one.text for one in first.completion_form]) == ((source,), ["акт"])
    assert len(first.responsible) == 2
    assert second.funding is None
    assert second.funding_note in ("40", "талап етілмейді")
    assert first.deadline_text in ("I квартал 2031 г.", "2031 жылғы мамыр")


@pytest.mark.parametrize(
    "points",
    [
        "1. Посадить липы. Срок: май 2031 года. Ответственные: отдел садов.\n\n"
        "2. Полить липы (срок: июнь 2031 года; ответственные: отдел садов).",
        "1. Посадить липы.\n   - **Срок:** май 2031 года\n   - **Ответственные:** отдел садов\n\n"
        "2. Полить липы.\n   - **Срок:** июнь 2031 года\n   - **Ответственные:** отдел садов",
    ],
)
def test_labels_behind_the_words_of_a_point_or_in_a_list_beneath(points: str, tmp_path: Path) -> None:
    path = tmp_path / "plan.md"
    path.write_text(f"# План ухода за садами на 2031 год\n\n{points}\n", "utf-8")
    found = extract_file(path, Registry.load()).measures
    assert [(one.number, one.name.strip("."), one.deadline_text) for one in found] == [
        ("1", "Посадить липы", "май 2031 года"),
        ("2", "Полить липы", "июнь 2031 года"),
    ]
    assert [[party.text for party in one.responsible] for one in found] == [["отдел садов"]] * 2


@pytest.mark.parametrize(
    ("text", "ending"),
    [
        (
            "ПЛАН ухода за садами на 2031 год\n\n1. Посадить липы\n   Срок – май 2031 года\n   Ответственный – садовник\n\n"
            "2. Полить липы\n   Срок – июнь 2031 года\n   Ответственный – садовник\n",
            "txt",
        ),
        (
            "# План ухода за садами на 2031 год\n\n### Мероприятие 1. Посадить липы\n**Срок:** май 2031 года\n"
            "**Ответственный:** садовник\n\n### Мероприятие 2. Полить липы\n**Срок:** июнь 2031 года\n**Ответственный:** садовник\n",
            "md",
        ),
    ],
)
def test_points_that_are_headings(text: str, ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"plan.{ending}"
    path.write_text(text, "utf-8")
    found = extract_file(path, Registry.load()).measures
    assert [(one.number, one.name, one.deadline_text) for one in found] == [
        ("1", "Посадить липы", "май 2031 года"),
        ("2", "Полить липы", "июнь 2031 года"),
    ]


def test_headings_of_parts_with_notes_that_have_no_labels_are_no_points(tmp_path: Path) -> None:
    parts = "".join(f"### {n}. Сады\n\nII квартал 2031 года. Министерство просвещения.\n\n" for n in (1, 2))
    path = tmp_path / "plan.md"
    path.write_text(f"# План ухода за садами на 2031 год\n\n{parts}", "utf-8")
    assert not extract_file(path, Registry.load()).measures


ENACTED = (
    "1. Департаменту садов провести учет роз. Срок: 1 мая 2031 года. Ответственный: Иванов А.А.\n\n"
    "2. Департаменту садов провести учет лип. Срок: 1 июня 2031 года. Ответственный: Петров П.П.\n"
)


@pytest.mark.parametrize(
    "text",
    [
        f"# Об учете роз\n\nПРИКАЗЫВАЮ:\n\n{ENACTED}",
        f"# Об утверждении Плана ухода за садами\n\nПРИКАЗЫВАЮ:\n\n{ENACTED}",
        f"# О ходе работ\n\nВыступили садовники.\n\n{ENACTED}",
    ],
)
def test_points_that_an_act_enacts_or_of_no_plan_are_no_measures(text: str, tmp_path: Path) -> None:
    path = tmp_path / "order.md"
    path.write_text(text, "utf-8")
    assert not extract_file(path, Registry.load()).measures


def test_points_of_a_plan_below_an_order_are_measures(tmp_path: Path) -> None:
    path = tmp_path / "order.md"
    path.write_text(f"# О садах\n\nПРИКАЗЫВАЮ:\n\n1. Утвердить План.\n\n# План ухода за садами\n\n{ENACTED}", "utf-8")
    assert [one.number for one in extract_file(path, Registry.load()).measures] == ["1", "2"]


@pytest.mark.parametrize(
    ("who", "count"),
    [
        ("Липов А. Б.", 0),
        ("А.Б. Липов", 0),
        ("завхоз Липов А.Б., В. Кленова", 0),
        ("Управление образования", 2),
    ],
)
def test_points_of_minutes_that_persons_answer_for_are_no_measures(tmp_path: Path, who: str, count: int) -> None:
    path = tmp_path / "minutes.txt"
    points = "".join(f"{n}. Полить сад {n}.\nОтв.: {who}\nСрок: до 5 мая\n" for n in (1, 2))
    path.write_text(f"ПРОТОКОЛ № 4 от 14 апреля 2031 года\nзаседания совета садоводов\n\nРЕШИЛИ:\n{points}", "utf-8")
    assert len(extract_file(path, Registry.load()).measures) == count


@pytest.mark.parametrize(
    ("points", "told"),
    [
        (
            "1. Создать штаб.\n\n   Акимы районов Постоянно до 1 мая 2031 года.\n\n"
            "2. Предусмотреть:\n\n   полив лип;\n\n   уборку листьев. Руководители школ Постояннодо 15 октября 2031 года;\n\n"
            "3. Садам завершить посадку.\n\nЛипов В.А. - заместитель акима области июль-ноябрь 2031 г.\n",
            [
                ("Создать штаб.", "Постоянно до 1 мая 2031 года", "Акимы районов"),
                (
                    "Предусмотреть: полив лип; уборку листьев.",
                    "Постоянно до 15 октября 2031 года",
                    "Руководители школ",
                ),
                ("Садам завершить посадку.", "июль-ноябрь 2031 г.", "Липов В.А. - заместитель акима области"),
            ],
        ),
        (
            "1. Создать штаб. АО «Сад» до 1 мая 2031 года.\n\n2. Проверить ограды (акимы районов, II квартал 2031 года).\n\n"
            "3. Сдать отчет. До 1 июня 2031 года. Отдел садов.\n\n4. Полить липы.\n\n   Срок – май 2031 года, отдел садов\n",
            [
                ("Создать штаб.", "до 1 мая 2031 года", "АО «Сад»"),
                ("Проверить ограды", "II квартал 2031 года", "акимы районов"),
                ("Сдать отчет.", "До 1 июня 2031 года", "Отдел садов"),
                ("Полить липы.", "май 2031 года", "отдел садов"),
            ],
        ),
        (
            "1.1. Создать штаб. Отв. акимы районов. Срок: 1 мая 2031 года.\n\n"
            "1.2. Проверить ограды (отв. управление садов, срок II квартал 2031 года).\n\n"
            "1.3. Сдать отчет. Срок до 1 июня 2031 года. Исполнитель: отдел садов.\n",
            [
                ("Создать штаб.", "1 мая 2031 года", "акимы районов"),
                ("Проверить ограды", "II квартал 2031 года", "управление садов"),
                ("Сдать отчет.", "до 1 июня 2031 года", "отдел садов"),
            ],
        ),
        (
            "1. Штаб құру.\n\n   Аудандардың әкімдері 2031 жылдың 1 мамырына дейін.\n\n"
            "2. Қоршаулар тексерілсін. Облыстық бақ басқармасы 2031 жылғы маусым.\n\n"
            "3. Есеп берілсін (аудан әкімдері, тоқсан сайын).\n",
            [
                ("Штаб құру.", "2031 жылдың 1 мамырына дейін", "Аудандардың әкімдері"),
                ("Қоршаулар тексерілсін.", "2031 жылғы маусым", "Облыстық бақ басқармасы"),
                ("Есеп берілсін", "тоқсан сайын", "аудан әкімдері"),
            ],
        ),
    ],
)
def test_who_and_when_with_nothing_between(points: str, told: list[tuple[str, str, str]], tmp_path: Path) -> None:
    kazakh = "Штаб құру" in points
    title = "Бақтарды қысқа дайындау жөніндегі іс-шаралар" if kazakh else "Мероприятия по подготовке садов к зиме"
    found = read(tmp_path, f"# {title}\n\n{points}").measures
    assert [(one.name, one.deadline_text, "; ".join(party.text for party in one.responsible)) for one in found] == told


def test_the_end_of_a_point_on_several_lines(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    text = "1. Создать штаб. Акимы районов,\nдо 1 мая.\n2. Полить сад. Отдел садов – ежеквартально.\n"
    path.write_text(f"План мероприятий по уходу за садами на 2031 год\n\n{text}", "utf-8")
    found = extract_file(path, Registry.load()).measures
    assert [(one.name, one.deadline_text) for one in found] == [
        ("Создать штаб.", "до 1 мая"),
        ("Полить сад.", "ежеквартально"),
    ]


def test_lines_of_a_point_are_no_note_of_it(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    text = (
        "1. Провести ревизию оград и аллей,\n   составить акты.\n                    Отдел садов\n"
        '                    15 марта\n\n2. Закупить липы.\n                    ТОО "Сад"\n                    до 1 мая\n'
    )
    path.write_text(f"ПЛАН\nмероприятий по подготовке садов к весне 2031 года\n\n{text}", "utf-8")
    found = extract_file(path, Registry.load()).measures
    assert [(one.name, one.deadline_text, [who.text for who in one.responsible]) for one in found] == [
        ("Провести ревизию оград и аллей, составить акты.", "15 марта", ["Отдел садов"]),
        ("Закупить липы.", "до 1 мая", ['ТОО "Сад"']),
    ]


def test_notes_of_the_items_of_a_point_are_not_its_own(tmp_path: Path) -> None:
    text = (
        "1. Создать штаб. Акимы районов до 1 мая 2031 года.\n\n2. Отремонтировать:\n\nа) ограды. Отдел садов до 1 июня 2031 года;\n\n"
        "б) аллеи. Отдел дорог до 1 июля 2031 года;\n\n3. Сдать отчет. Отдел садов, август 2031 года.\n"
    )
    found = read(tmp_path, f"# Мероприятия по подготовке садов к зиме\n\n{text}").measures
    assert [one.number for one in found] == ["1", "3"]


@pytest.mark.parametrize(
    "text",
    [
        "# О садах\n\nРЕШИЛ:\n\n1. Создать штаб. Акимы районов до 1 мая 2031 года.\n\n2. Полить сад. Отдел садов до 1 мая.\n",
        "# План ухода за садами\n\n1. Сады растут. Акимы районов обеспечивают полив до 1 октября 2031 года.\n\n"
        "2. Липы растут. Директорам школ посадить липы до 1 мая 2031 года.\n\n3. Розы цветут. Всего роз 15 мая 2031 года.\n",
    ],
)
def test_whoever_does_something_or_is_bound_to_is_no_note(text: str, tmp_path: Path) -> None:
    assert not read(tmp_path, text).measures


def test_points_are_looked_for_above_each_line_once() -> None:
    def work(lines: int) -> None:
        text = passage_of("Школа ведет учет роз и поливает аллею")
        document = Document("a", "ru", text.text, (Paragraph(text),) * lines)
        assert find_noted_points(document, lambda _: False) == {}

    work(1)  # what is compiled once
    assert steps(work, 400) < 3 * steps(work, 200)
