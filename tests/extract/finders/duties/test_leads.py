"""How far a lead-in governs the lines below it that have no marks; the acts are invented."""

from __future__ import annotations

from extract.finders.duties.times.deadlines import find_deadlines
from extract.flow import extract_document
from extract.readers.layout import READERS
from extract.sources.recognise import recognise
from kzedu_graph.model.prose import Provision
from kzedu_graph.registry.resolving import Registry

RU = """# О садах

Решение акима Алматинской области от 2 апреля 2031 года № 4

В целях озеленения аким области РЕШИЛ:

1. Акимам районов, сельских округов:

   до 1 мая посадить сады. В случае нехватки саженцев закупить их.

   Организовать обучение садовников.

   Работы ведутся за счет бюджета.

2. Создать комиссию по садам.

3. Школам посадить цветы. Директорам школ отчитаться до 1 июля.
"""
KK = """# Бақтар туралы

Алматы облысы әкімінің 2031 жылғы 2 сәуірдегі № 4 шешімі

Облыс әкімі ШЕШТІ:

1. Аудандардың әкімдері:

   екі ай ішінде бақ отырғызсын. Көшет жетпеген жағдайда оларды сатып алсын.

   Бағбандарды оқытуды ұйымдастырсын.

2. Мектептердің директорлары гүл отырғызсын.
"""
COMPANY = """# О поставке тракторов

Постановление Правительства Республики Казахстан от 8 февраля 2031 года № 18

Правительство Республики Казахстан ПОСТАНОВЛЯЕТ:

4. Создать комиссию по тракторам.

   Закрытому акционерному обществу "Луч" обеспечить:

   передачу тракторов в аренду;

   ремонт тракторов.

5. Министерству финансов Республики Казахстан:

   заключить договоры поставки.

6. Контроль за исполнением настоящего постановления возложить на министра Садова С.С.
"""


def provisions(text: str) -> tuple[Provision, ...]:
    registry = Registry.load()
    source, settings = recognise("act", text, registry)
    document = READERS[source.reader](source.stem, text, source.lang)
    return extract_document(source, settings, document, registry).provisions


def test_further_sentences_and_lines_that_bid_are_of_the_addressee_above() -> None:
    assert [(one.bearer_text, one.deed) for one in provisions(RU)] == [
        ("Акимам районов, сельских округов", "посадить сады"),
        ("Акимам районов, сельских округов", "закупить их"),
        ("Акимам районов, сельских округов", "Организовать обучение садовников"),
        (None, "Создать комиссию по садам"),
        ("Школам", "посадить цветы"),
        ("Директорам школ", "отчитаться"),
    ]


def test_kazakh_commands_too() -> None:
    assert [(one.bearer_text, one.deed) for one in provisions(KK)] == [
        ("Аудандардың әкімдері", "бақ отырғызсын"),
        ("Аудандардың әкімдері", "оларды сатып алсын"),
        ("Аудандардың әкімдері", "Бағбандарды оқытуды ұйымдастырсын"),
        ("Мектептердің директорлары", "гүл отырғызсын"),
    ]


def test_a_point_that_goes_on_counting_is_not_below_a_line_without_a_mark() -> None:
    """And a body's name in quotation marks is no title of a section of another act."""
    company = 'Закрытому акционерному обществу "Луч"'
    assert [(one.bearer_text, one.deed) for one in provisions(COMPANY)][1:4] == [
        (company, "обеспечить передачу тракторов в аренду"),
        (company, "обеспечить ремонт тракторов"),
        ("Министерству финансов Республики Казахстан", "заключить договоры поставки"),
    ]


def test_may_is_a_month_too() -> None:
    assert [one.text for one in find_deadlines("Школам до 1 мая посадить сады.", "ru", 2031)] == ["до 1 мая"]


def test_a_lead_in_may_end_in_a_semicolon_where_a_list_begins_below_it() -> None:
    text = "# О садах\n\nАким области РЕШИЛ:\n\n1. Акимам районов;\n\n   1) посадить сады;\n\n   2) полить цветы.\n\n2. Школы обязаны;\n\n   - вести учет деревьев.\n\n3. Отделу садов:\n\n   1) открыть сады;\n\n   2) закрыть залы;\n"
    assert [(one.bearer_text, one.deed) for one in provisions(text)] == [
        ("Акимам районов", "посадить сады"),
        ("Акимам районов", "полить цветы"),
        ("Школы", "вести учет деревьев"),
        ("Отделу садов", "открыть сады"),
        ("Отделу садов", "закрыть залы"),
    ]


def test_a_note_of_the_act_itself_binds_and_one_of_the_register_tells() -> None:
    head = "# О садах\n\nАким области РЕШИЛ:\n\n1. Школам посадить сады.\n\n"
    table = "| № | Сад |\n| --- | --- |\n| 1 | Первый |\n\n"
    own = provisions(f"{head}{table}Примечание: Руководители школ обязаны вести учет деревьев.\n")
    assert [(one.bearer_text, one.deed) for one in own][1:] == [("Руководители школ", "вести учет деревьев")]
    told = provisions(f"{head}Примечание. Пункт 1 в редакции решения, которым школы обязаны вести учет деревьев.\n")
    assert len(told) == 1


def test_a_point_that_goes_on_counting_from_a_lead_in_is_not_led_by_it() -> None:
    """As old acts stand in Markdown: the full stop of some numbers is escaped, that of others is not."""
    head = "# Правила сада\n\n10\\. Мастер:\n\n1) поливает розы;\n\n2) считает розы.\n\n"
    found = provisions(f"{head}5. Учет роз\n\n11. Учет роз ведет директор школы.\n")
    assert [(one.bearer_text, one.deed) for one in found] == [
        ("Мастер", "поливает розы"),
        ("Мастер", "считает розы"),
        ("директор школы", "Учет роз ведет"),
    ]
