"""Invented lists whose lead-in names nobody: whom their items bind."""

from __future__ import annotations

import pytest

from extract.flow import extract_document
from extract.readers.layout import READERS
from extract.sources.recognise import recognise
from kzedu_graph.model.prose import Provision
from kzedu_graph.registry.resolving import Registry

RU = (
    "Об утверждении Положения\n\nПРИКАЗЫВАЮ:\n\n1. Утвердить прилагаемое Положение о школьном совете.\n\n"
    "Положение о школьном совете\n\n1. Общие положения\n\n"
)
KK = (
    "Ережені бекіту туралы\n\nБҰЙЫРАМЫН:\n\n1. Қоса беріліп отырған Мектеп кеңесі туралы ереже бекітілсін.\n\n"
    "Мектеп кеңесі туралы ереже\n\n1-тарау. Жалпы ережелер\n\n"
)


def provisions(text: str) -> tuple[Provision, ...]:
    """The provisions of an invented statute."""
    registry = Registry.load()
    source, settings = recognise("point", text, registry)
    document = READERS[source.reader](source.stem, text, source.lang)
    return extract_document(source, settings, document, registry).provisions


LISTS = [
    (
        RU,
        "7. Комиссия рассматривает заявки. В этих целях:\n1) запрашивает сведения;\n2) проводит осмотр.\n",
        "Комиссия",
    ),
    (RU, "7. Хранитель фондов ведет книгу. При этом:\n1) проверяет замки;\n2) заполняет карту.\n", "Хранитель фондов"),
    (RU, "7. Обязанности хранителя:\n1) вести книгу учета;\n2) проверять замки.\n", "хранителя"),
    (RU, "7. Основные функции:\n1) осуществляет отбор предметов;\n2) ведет протоколы.\n", "школьном совете"),
    (RU, "7. Функции Совета:\n1) рассматривает жалобы;\n2) утверждает план.\n", "Совета"),
    (KK, "7. Комиссия өтінімдерді қарайды. Осы мақсатта:\n1) мәлімет сұратады;\n2) заттарды тексереді.\n", "Комиссия"),
    (
        KK,
        "7. Қор сақтаушысы кітап жүргізеді. Бұл ретте:\n1) құлыпты тексереді;\n2) картаны толтырады.\n",
        "Қор сақтаушысы",
    ),
    (KK, "7. Директор:\n1) көрмелер жоспарын бекітеді;\n2) қор сақтаушысын тағайындайды.\n", "Директор"),
    (KK, "7. Негізгі функциялары:\n1) заттарды іріктеуді жүзеге асырады;\n2) хаттама жүргізеді.\n", "Мектеп кеңесі"),
    (KK, "7. Кеңестің функциялары:\n1) шағымдарды қарайды;\n2) көрмелер жоспарын бекітеді.\n", "Кеңестің"),
    (KK, "7. Мектеп кеңесі өз құзыреті шегінде:\n1) директорды тыңдайды;\n2) ұсыныс енгізеді.\n", "Мектеп кеңесі"),
]


@pytest.mark.parametrize(("head", "body", "bearer"), LISTS)
def test_every_item_binds_whom_its_list_is_about(head: str, body: str, bearer: str) -> None:
    items = provisions(head + body)[-2:]
    assert [one.bearer_text for one in items] == [bearer, bearer]
    assert {one.modality for one in items} == {"requirement"}


def test_rights_that_are_listed_are_permissions() -> None:
    found = provisions(RU + "7. Права экскурсовода:\n1) получать помощь методиста;\n2) вносить предложения.\n")[-2:]
    assert [(one.modality, one.bearer_text) for one in found] == [("permission", "экскурсовода")] * 2


def test_duties_beside_rights_stay_duties() -> None:
    found = provisions(RU + "7. Права и обязанности экскурсовода:\n1) вести группу;\n2) вносить предложения.\n")[-2:]
    assert [one.modality for one in found] == ["requirement", "requirement"]


def test_nobody_is_carried_over_a_heading() -> None:
    text = "7. Комиссия рассматривает заявки.\n\n2. Порядок осмотра\n\n8. В этих целях:\n1) проводит осмотр;\n2) ведет опись.\n"
    assert [one.action for one in provisions(RU + text)] == ["рассматривает заявки"]


def test_the_statute_of_no_body_gives_no_bearer() -> None:
    text = (
        RU.replace("школьном совете", "порядке осмотра")
        + "7. Основные функции:\n1) осуществляет отбор;\n2) ведет учет.\n"
    )
    assert provisions(text) == ()


STATUTE_RU = """# Об утверждении Положения о государственном учреждении "Управление садов"

Постановление акимата Алматинской области от 2 апреля 2031 года № 4

Акимат области ПОСТАНОВЛЯЕТ:

1. Утвердить прилагаемое Положение.

# Положение о государственном учреждении "Управление садов"

## 2. Функции, права и обязанности

16. Функции:

1) осуществление учета садов;

2) проводит конкурсы садовников.
"""
STATUTE_KK = """# «Бақ басқармасы» мемлекеттік мекемесінің Ережесін бекіту туралы

Алматы облысы әкімдігінің 2031 жылғы 2 сәуірдегі № 4 қаулысы

Облыс әкімдігі ҚАУЛЫ ЕТЕДІ:

1. Қоса беріліп отырған Ереже бекітілсін.

# «Бақ басқармасы» мемлекеттік мекемесінің Ережесі

## 2. Функциялары, құқықтары мен міндеттері

16. Функциялары:

1) бақтарды есепке алуды жүргізу;

17. Құқықтары мен міндеттері:

1) әкімдерден мәлімет сұрау.
"""


def test_functions_in_nouns_are_of_the_institution_whose_statute_it_is() -> None:
    assert [(one.bearer_text, one.deed) for one in provisions(STATUTE_RU)] == [
        ('государственном учреждении "Управление садов"', "осуществление учета садов"),
        ('государственном учреждении "Управление садов"', "проводит конкурсы садовников"),
    ]
    assert [(one.bearer_text, one.deed) for one in provisions(STATUTE_KK)] == [
        ("«Бақ басқармасы» мемлекеттік мекемесі", "бақтарды есепке алуды жүргізу"),
        ("«Бақ басқармасы» мемлекеттік мекемесі", "әкімдерден мәлімет сұрау"),
    ]


def test_a_further_sentence_of_a_point_bids_him_whom_the_one_before_bids() -> None:
    text = (
        "О мерах по уходу за садами\n\nПостановление акимата города Сада от 3 мая 2031 года № 56\n\n"
        "Акимат ПОСТАНОВЛЯЕТ:\n\n1. Акимам районов принять к исполнению план полива. Разработать меры по поливу.\n\n"
        "2. Сохранить в садах школы.\n"
    )
    found = [(one.bearer_text, one.deed) for one in provisions(text)]
    assert found == [
        ("Акимам районов", "принять к исполнению план полива"),
        ("Акимам районов", "Разработать меры по поливу"),
        (None, "Сохранить в садах школы"),
    ]


def test_a_lead_in_with_a_participle_leaves_its_items_their_terms() -> None:
    head = "О саде\n\nПриказ Министра просвещения Республики Казахстан от 3 марта 2031 года № 41\n\nПРИКАЗЫВАЮ:\n\n"
    lead = "1. Школам и иным организациям, ответственным за полив:\n"
    (duty,) = provisions(f"{head}{lead}1) ежегодно, к 5 января и 5 июля, представлять отчет.\n")
    assert (duty.deed, duty.due, duty.recurrence) == ("представлять отчет", ("--01-05", "--07-05"), "annual")


NESTED = [
    (RU, "7. Полномочия:\n1) права:\nзапрашивать сведения;\n2) обязанности:\nберечь розы.\n", "школьном совете"),
    (
        RU,
        "7. Полномочия хранителя:\n1) права:\nзапрашивать сведения;\n2) обязанности:\nберечь розы.\n",
        "хранителя",
    ),
    (
        KK,
        "7. Өкілеттіктері:\n1) құқықтары:\nмәлімет сұратады;\n2) міндеттері:\nхаттама жүргізеді.\n",
        "Мектеп кеңесі",
    ),
]


@pytest.mark.parametrize(("head", "body", "bearer"), NESTED)
def test_rights_and_duties_within_powers_are_of_whose_the_powers_are(head: str, body: str, bearer: str) -> None:
    found = provisions(head + body)[-2:]
    assert [(one.modality, one.bearer_text) for one in found] == [("permission", bearer), ("requirement", bearer)]
