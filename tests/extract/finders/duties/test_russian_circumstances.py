"""Who does something in Russian behind circumstances, in a further clause, behind a dash, of whom a clause lists."""

from __future__ import annotations

import pytest
from read_duties import read_duties


@pytest.mark.parametrize(
    ("text", "bearer", "deed"),
    [
        ("По его поручению созывает совет директор школы.", "директор школы", "созывает совет"),
        (
            "В отсутствие мастера по его просьбе ведет занятие ученик или один из его помощников.",
            "ученик или один из его помощников",
            "ведет занятие",
        ),
        ("Ежедневно проверяет теплицы садовник.", "садовник", "проверяет теплицы"),
        ("В отсутствие мастера его обязанности исполняет ученик.", "ученик", "его обязанности исполняет"),
    ],
)
def test_a_doer_stands_behind_a_verb_that_circumstances_open(text: str, bearer: str, deed: str) -> None:
    assert [(who, what) for who, what, _ in read_duties("ru", text)] == [(bearer, deed)]


@pytest.mark.parametrize(
    ("text", "bearers"),
    [
        ("Школа направляет запрос в сад, и директор представляет ответ.", ["школа", "директор"]),
        ("Школа ведет учет роз, мастер проверяет его.", ["школа", "мастер"]),
        ("Школа ведет учет роз и проверяет сады.", ["школа", "школа"]),
    ],
)
def test_a_further_clause_has_a_subject_of_its_own(text: str, bearers: list[str]) -> None:
    assert [(who or "").lower() for who, _, _ in read_duties("ru", text)] == bearers


@pytest.mark.parametrize(
    ("text", "bearer", "done_to"),
    [
        ("ЦУД передают списки роз в сад.", "ЦУД", "списки роз"),
        ("На основании приказа отдела школ в сфере садов ЦУД оформляет дипломы.", "ЦУД", "дипломы"),
        ("По просьбе мастера дипломы ЦУД подписывает директор.", "директор", "дипломы ЦУД"),
        ("Сад и ЦУД оборудуются забором.", None, "Сад и ЦУД"),
        ("Горячим питанием обеспечиваются ученики.", None, "ученики"),
    ],
)
def test_letters_act_by_their_verb(text: str, bearer: str | None, done_to: str) -> None:
    assert [(who, thing) for who, _, thing in read_duties("ru", text)] == [(bearer, done_to)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Задача мастера – вести учет роз, проверять теплицы.",
            [("мастера", "вести учет роз"), ("мастера", "проверять теплицы")],
        ),
        ("Задача школы – учить детей.", []),
        ("Обязанность сторожа – это проверять замки.", [("сторожа", "проверять замки")]),
        ("Уход за садом – это поливать розы.", []),
        (
            "Директор назначает мастера, в обязанности которого входит полив роз.",
            [("Директор", "назначает мастера"), ("мастера", "полив роз")],
        ),
        ("Председатель совета может иметь помощника.", [("Председатель совета", "иметь помощника")]),
        ("Председатель совета имеет двух заместителей.", [("Председатель совета", "имеет двух заместителей")]),
    ],
)
def test_whose_tasks_and_duties_they_are(text: str, found: list[tuple[str, str]]) -> None:
    assert sorted((who or "", what) for who, what, _ in read_duties("ru", text)) == sorted(found)


@pytest.mark.parametrize(
    ("text", "done_to"),
    [
        ("Мастер напоминает о правилах полива.", "о правилах полива"),
        ("Мастер отчитывается перед школой об итогах полива.", "об итогах полива"),
    ],
)
def test_what_is_told_of_is_the_object(text: str, done_to: str) -> None:
    assert [thing for _, _, thing in read_duties("ru", text)] == [done_to]


@pytest.mark.parametrize(
    ("text", "bearer"),
    [
        ("При выполнении ремонта подрядчиком в журнале делается запись.", None),
        ("После утверждения сметы директором заявка направляется в отдел.", None),
        ("В случае проведения осмотра садовником в акте указывается его имя.", None),
        ("При приеме книг мастером сада ученику выдается расписка.", None),
        ("При получении заявления секретарем делается запись.", "секретарем"),
        ("При ремонте теплицы мастером сада делается запись.", "мастером сада"),
        ("По окончании занятий дежурным учителем в журнале делается запись.", "дежурным учителем"),
        ("При поступлении заявления секретарем в журнал вносится запись.", "секретарем"),
    ],
)
def test_who_does_what_opens_a_clause_is_no_doer_of_the_rest(text: str, bearer: str | None) -> None:
    assert [who for who, _, _ in read_duties("ru", text)] == [bearer]
