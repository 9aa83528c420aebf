"""Russian sentences of several deeds, what opens a clause, and what else belongs to a deed; all are invented."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from read_duties import read_duties

from extract.finders.duties.deadlines import find_deadlines
from extract.flow import extract_file
from kzedu_graph.model.prose import Provision
from kzedu_graph.registry.resolving import Registry

read = partial(read_duties, "ru")


@pytest.mark.parametrize(
    ("text", "deeds"),
    [
        # Finite verbs of one body, each with a thing of its own; one thing with two verbs stays one.
        ("Школа ведет журнал полива и выдает саженцы школам.", ["ведет журнал полива", "выдает саженцы школам"]),
        ("Школа разрабатывает и утверждает план полива.", ["разрабатывает и утверждает план полива"]),
        ("Школа проверяет ее по списку и возвращает садам.", ["проверяет ее по списку и возвращает садам"]),
        # Over ", а" to the subject before it.
        (
            "Школа проверяет заявку, а при выявлении ошибок возвращает заявку саду.",
            ["проверяет заявку", "возвращает заявку саду"],
        ),
        # Infinitives that share a modal word, reflexive ones with their subjects behind.
        ("Школам необходимо обновить планы и провести учет.", ["обновить планы", "провести учет"]),
        (
            "Будут разрабатываться программы сада и проводиться осмотры теплиц.",
            ["будут разрабатываться программы сада", "проводиться осмотры теплиц"],
        ),
        # Passives in clauses of their own; one subject of two passives goes with either.
        (
            "План составляется школой и утверждается директором школы.",
            ["План составляется", "План утверждается"],
        ),
        (
            "Отбор проводится в мае, списки и итоги отбора размещаются на стенде.",
            ["Отбор проводится в мае", "списки и итоги отбора размещаются на стенде"],
        ),
        # What somebody draws up, not what something amounts to.
        ("Наставник знакомит учеников с садом, составляет отзыв.", ["знакомит учеников с садом", "составляет отзыв"]),
    ],
)
def test_each_thing_done_is_a_deed(text: str, deeds: list[str]) -> None:
    assert [one[1].lower() for one in read(text)] == [deed.lower() for deed in deeds]


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        # What opens a clause and reaches to who acts, to what is done to, or to the infinitive.
        ("При смене погоды, в случаях, предусмотренных планом, школа отменяет полив.", "отменяет полив"),
        ("Перед началом сезона школа оформляет журнал.", "оформляет журнал"),
        ("По окончании полива школой выдается мастеру справка.", "выдается мастеру справка"),
        ("Школа в пределах своей компетенции выдает семена.", "выдает семена"),
        ("После утверждения плана список вносится в журнал.", "список вносится в журнал"),
        ("Школе при ввозе роз, бывших в теплице, усилить контроль.", "усилить контроль"),
        ("Если пойдет дождь, то теплицы должны закрываться.", "теплицы закрываться"),
        ("На основе данных, собранных школой, необходимо обновить план.", "обновить план"),
        ("При этом план сада должен храниться в школе.", "план сада храниться в школе"),
        # A comma or "не" before a modal word that was lifted out.
        ("Теплицы, отведенные школам, должны закрываться.", "Теплицы, отведенные школам закрываться"),
        ("Срок полива не должен превышать двух часов.", "Срок полива превышать двух часов"),
        # A relative clause inside a deed stays, one that closes it goes; so does ", в том числе для ...".
        (
            "Запрещается хранить в теплице, в которой растут розы, любой инвентарь.",
            "хранить в теплице, в которой растут розы, любой инвентарь",
        ),
        ("Школа закупает трубы для обновления роз, в том числе для обновления теплиц.", "закупает трубы"),
        # A noun that takes what an attribute behind it asks for.
        ("Школа принимает решения, обязательные для исполнения.", "принимает решения, обязательные для исполнения"),
    ],
)
def test_deeds_without_what_opens_their_clause(text: str, deed: str) -> None:
    assert read(text)[0][1] == deed


@pytest.mark.parametrize(
    ("text", "bearer", "done_to"),
    [
        ("Сопровождающие обеспечивают порядок в саду.", "Сопровождающие", "порядок"),
        ("Инструктаж проводит директор сада.", "директор сада", "Инструктаж"),
        ("Осмотр проводит лицо, ответственное за полив.", "лицо, ответственное за полив", "Осмотр"),
        ("План подписывается директором сада – заказчика или его заместителем.", "директором сада – заказчика или его заместителем", "План"),
        ("Мастеру разрешается начинать полив.", "Мастеру", "полив"),
        ("Школа уведомит об этом заказчика.", "Школа", "заказчика"),
        ("Школа составляет список и направляет его в сад.", "Школа", "список"),
        ("Школа вносит в Правительство Республики Казахстан предложения сада.", "Школа", "предложения сада"),
        ("По вине сада средства, выданные школе, должны возвращаться.", None, "средства, выданные школе"),
        ("Мастеру запрещается ездить со скоростью более 60 км.", "Мастеру", None),
        ("Полив разрешается начинать после осмотра и полного закрытия дверей сада.", None, "Полив"),
        ("Школа осуществляет руководство новой теплицей.", "Школа", "руководство новой теплицей"),
        ("Школа принимает меры по охране роз от мороза.", "Школа", "меры по охране роз от мороза"),
        ("Перевозка рассады грузовиками не допускается.", None, "Перевозка рассады грузовиками"),
        ("Будет усилено обучение казахского, русского и иного языков.", None, "обучение казахского, русского и иного языков"),
    ],
)  # fmt: skip
def test_who_acts_and_on_what(text: str, bearer: str | None, done_to: str | None) -> None:
    assert (read(text)[0][0], read(text)[0][2]) == (bearer, done_to)


@pytest.mark.parametrize(
    "words", ["в тот же день", "в день начала обучения", "после его официального опубликования", "по ее завершении"]
)
def test_terms_of_words_alone(words: str) -> None:
    assert [one.text for one in find_deadlines(f"Школа {words} выдает справку.", "ru", 2031)] == [words]


def test_a_term_behind_another_deed_is_that_deed_alone(tmp_path: Path) -> None:
    found = _of_rules(tmp_path, "Директор ежегодно готовит план и до 1 мая вносит отчет в школу.")
    assert [(one.deed, one.deadline_text) for one in found] == [
        ("готовит план", "ежегодно"),
        ("вносит отчет в школу", "ежегодно; до 1 мая"),
    ]


def test_paragraphs_in_lower_case_behind_a_lead_in_are_its_items(tmp_path: Path) -> None:
    found = _of_rules(tmp_path, "Директорам школ:\n\nоткрыть теплицы;\n\nпровести учет книг.\n\nДетям раздать книги.")
    assert [(one.bearer_text, one.object) for one in found][:2] == [
        ("Директорам школ", "теплицы"),
        ("Директорам школ", "учет книг"),
    ]


def _of_rules(folder: Path, text: str) -> tuple[Provision, ...]:
    """The duties of rules that an order approves and that say nothing else."""
    file = folder / "x.txt"
    file.write_text(f"{_HEAD}1. {text}\n", "utf-8")
    return extract_file(file, Registry.load()).provisions


_HEAD = (
    "# Об утверждении Правил сада\n\nПриказ Министра юстиции Республики Казахстан от 3 мая 2031 года № 56\n\n"
    "ПРИКАЗЫВАЮ:\n\n1. Утвердить правила.\n\n## Правила сада\n\n## 1. Общие положения\n\n"
)
