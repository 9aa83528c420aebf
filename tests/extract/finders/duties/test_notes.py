"""Notes of a duty that stand apart from its words: by when, and who answers, behind a label."""

from __future__ import annotations

import pytest

from extract.flow import extract_document
from extract.readers.layout import READERS
from extract.sources.recognise import recognise
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.registry.resolving import Registry

OPENED = {
    "ru": "Об организации работы мастерских\n\nВ целях развития трудового обучения ПРИКАЗЫВАЮ:\n\n",
    "kk": "Шеберханалардың жұмысын ұйымдастыру туралы\n\nЕңбекке баулуды дамыту мақсатында БҰЙЫРАМЫН:\n\n",
}


def read(lang: str, text: str) -> Extraction:
    registry = Registry.load()
    whole = OPENED[lang] + text.replace("\n", "\n\n")
    source, settings = recognise("notes", whole, registry, lang)
    return extract_document(source, settings, READERS[source.reader]("notes", whole, lang), registry)


def terms(found: Extraction) -> list[tuple[str | None, tuple[str, ...]]]:
    return [(one.deed, one.due) for one in found.provisions]


BENEATH, BEHIND, BRACKETS = "{duty}.\n{note}.", "{duty}. {note}.", "{duty} ({note})."


@pytest.mark.parametrize("layout", [BENEATH, BEHIND, BRACKETS])
@pytest.mark.parametrize(
    ("lang", "duty", "note", "due"),
    [
        ("ru", "1. Школам открыть музеи", "Срок: 15 мая 2031 года", ("2031-05-15",)),
        ("ru", "1. Школам открыть музеи", "Срок исполнения – до 1 июня 2031 г", ("2031-06-01",)),
        ("ru", "1. Школам открыть музеи", "Сроки: 2031 год", ("2031",)),
        ("kk", "1. Мектептер мұражай ашсын", "Мерзімі: 2031 жылғы 15 мамыр", ("2031-05-15",)),
        ("kk", "1. Мектептер мұражай ашсын", "Орындау мерзімі – 2031 жылғы I тоқсан", ("2031-Q1",)),
    ],
)
def test_a_term_with_a_label(layout: str, lang: str, duty: str, note: str, due: tuple[str, ...]) -> None:
    text = layout.format(duty=duty, note=note)
    [one] = read(lang, text).provisions
    deed = {"ru": "открыть музеи", "kk": "мұражай ашсын"}[lang]
    assert (one.deed, one.due, one.bearer) == (deed, due, "kz-schools")
    assert one.sentence == " ".join(text.removeprefix("1. ").split())


def test_a_term_counted_and_one_that_comes_again() -> None:
    [one, other] = read(
        "ru", "1. Школам открыть музеи.\nСрок: в течение 10 дней.\n2. Школам вести журнал.\nСрок: ежемесячно."
    ).provisions
    assert (one.within, other.recurrence) == ("P10D", "monthly")


def test_beneath_a_list_it_is_of_every_item_and_beneath_an_item_of_that_alone() -> None:
    items = "1. Школам:\n1) открыть музеи;\n2) составить опись.\nСрок: 15 мая 2031 года."
    assert terms(read("ru", items)) == [("открыть музеи", ("2031-05-15",)), ("составить опись", ("2031-05-15",))]
    each = "1. Школам:\n1) купить полки;\n2) открыть музеи;\nСрок: 15 мая 2031 года;\n3) составить опись.\nСрок: 1 июня 2031 года."
    assert terms(read("ru", each)) == [
        ("купить полки", ()),
        ("открыть музеи", ("2031-05-15",)),
        ("составить опись", ("2031-06-01",)),
    ]


def test_two_in_one_sentence_are_each_of_what_stands_before() -> None:
    text = "1. Школам открыть музеи (срок – 1 мая 2031 года), составить опись (срок: 1 июня 2031 года)."
    assert terms(read("ru", text)) == [("открыть музеи", ("2031-05-01",)), ("составить опись", ("2031-06-01",))]


def test_a_day_of_its_own_stays() -> None:
    text = "1. Школам до 1 апреля 2031 года открыть музеи.\nСрок: 15 мая 2031 года."
    assert terms(read("ru", text)) == [("открыть музеи", ("2031-04-01",))]


@pytest.mark.parametrize(
    ("lang", "text", "bearer"),
    [
        ("ru", "1. Провести сверку журналов.\nСрок: 15 мая 2031 года.\nОтветственный: Садов С.", "Садов С."),
        ("ru", "1. Провести сверку журналов, срок – до 5 мая 2031 года, ответственный – завхоз.", "завхоз"),
        ("ru", "1. Школам провести сверку журналов. Ответственные: завхозы.", "Школам"),
        ("ru", "1. Провести сверку журналов.\nИсполнитель: Садова С., тел. 70-00-00", None),
        ("kk", "1. Журналдарды салыстыру жүргізілсін.\nЖауапты: Садов С.", "Садов С."),
    ],
)
def test_who_answers_bears_what_names_nobody(lang: str, text: str, bearer: str | None) -> None:
    [one] = read(lang, text).provisions
    assert one.bearer_text == bearer


def test_one_surname_in_brackets_is_who_answers_where_the_text_knows_the_person() -> None:
    text = (
        "Решение собрания\n\nПрисутствовали: завхоз Дубов, Кленова Б.\n\nРЕШИЛИ:\n1. Выучить стихотворение (Пушкин).\n"
        "2. Завести журнал (Берлин).\n3. Посадить розы (Дубов).\n4. Закрыть сад (Кленова).\n"
        "5. Мастерам открыть сад (Кленова).\n"
    )
    assert [(one.bearer_text, one.deed) for one in read("ru", text).provisions] == [
        (None, "Выучить стихотворение (Пушкин)"),
        (None, "Завести журнал (Берлин)"),
        ("Дубов", "Посадить розы"),
        ("Кленова", "Закрыть сад"),
        ("Мастерам", "открыть сад"),
    ]


def test_each_who_answers_has_a_key() -> None:
    [one] = read("ru", "1. Открыть музеи.\nОтветственные: управления образования, Министерство финансов").provisions
    assert [party.agency for party in one.bearers] == ["kz-edu-departments", "kz-mof"]


def test_it_points_at_its_words_too() -> None:
    found = read("ru", "1. Школам открыть музеи.\nСрок: 15 мая 2031 года.")
    [one] = found.provisions
    assert "Срок: 15 мая 2031 года" in "".join(found.text[span.start : span.end] for span in one.evidence)


def test_what_is_not_understood_is_a_finding() -> None:
    found = read("ru", "1. Школам открыть музеи.\nСрок: когда зацветет сирень.")
    assert [(one.code, one.words) for one in found.findings if one.code.startswith("deadline")] == [
        ("deadline-not-understood", "когда зацветет сирень")
    ]
    assert [one.deadline_text for one in found.provisions] == [None]


def test_reports_have_it_as_well() -> None:
    [one] = read(
        "ru", "1. Школам представить отчет в Министерство просвещения.\nСрок: 15 мая 2031 года."
    ).reporting_lines
    assert one.due == ("2031-05-15",)


QUOTED = (
    "# Программа развития садов\n\n## Мероприятия\n\n1. Провести осмотр теплиц.\n\n> Управление садов, акимы районов\n\n"
    "2. Открыть кружки.\n\n> *Управление культуры*\n> *май 2031 года*\n\n3. Директору школы представить отчет.\n\n"
    "> ДП (по согласованию)\n\n4. Подготовить план.\n\n> Садов А.А., Липова Б.Б.\n\n5. Принять меры.\n\n"
    "> Сноска. Пункт 5 изменен.\n"
)


def test_a_quotation_beneath_a_point_names_who_answers() -> None:
    registry = Registry.load()
    source, settings = recognise("notes", QUOTED, registry, "ru")
    found = extract_document(source, settings, READERS["marked"]("notes", QUOTED, "ru"), registry).provisions
    assert [(one.bearer_text, one.deed, one.deadline_text) for one in found] == [
        ("Управление садов, акимы районов", "Провести осмотр теплиц", None),
        ("Управление культуры", "Открыть кружки", "май 2031 года"),
        ("Директору школы", "представить отчет", None),
        ("Садов А.А., Липова Б.Б.", "Подготовить план", None),
        (None, "Принять меры", None),
    ]


def test_one_quotation_alone_may_be_a_signature() -> None:
    text = "# Программа садов\n\n1. Открыть кружки.\n\n> Аким города\n"
    registry = Registry.load()
    source, settings = recognise("notes", text, registry, "ru")
    [one] = extract_document(source, settings, READERS["marked"]("notes", text, "ru"), registry).provisions
    assert one.bearer_text is None
