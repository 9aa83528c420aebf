"""Terms counted from an event, Russian and Kazakh side by side."""

from __future__ import annotations

import pytest

from extract.finders.duties.times.deadline import RECURRENCES
from extract.finders.duties.times.deadlines import find_deadlines
from extract.finders.duties.times.durations import find_durations
from extract.lexicon.phrasing import phrasing

TERMS = [
    ("ru", "Комитету в трехмесячный срок утвердить план", "в трехмесячный срок", "P3M", None, None),
    ("ru", "в течение 5 (пяти) рабочих дней со дня осмотра обязан", "в течение 5 (пяти) рабочих дней со дня осмотра", "P5D", "working", "со дня осмотра"),
    ("ru", "в течение двадцати пяти календарных дней с даты подачи и направляет ответ", "в течение двадцати пяти календарных дней с даты подачи", "P25D", "calendar", "с даты подачи"),
    ("ru", "в срок не позднее десяти рабочих дней после его подписания.", "в срок не позднее десяти рабочих дней после его подписания", "P10D", "working", "после его подписания"),
    ("ru", "в двухнедельный срок принять меры", "в двухнедельный срок", "P2W", None, None),
    ("ru", "за 30 дней до начала сезона", "за 30 дней до начала сезона", "P30D", None, "до начала сезона"),
    ("kk", "үш ай мерзімде бекітсін", "үш ай мерзімде", "P3M", None, None),
    ("kk", "өтінімді алған күннен бастап 5 (бес) жұмыс күні ішінде қарайды", "өтінімді алған күннен бастап 5 (бес) жұмыс күні ішінде", "P5D", "working", "өтінімді алған күннен бастап"),
    ("kk", "күнтізбелік он күн ішінде жіберсін", "күнтізбелік он күн ішінде", "P10D", "calendar", None),
    ("kk", "Комитет жиырма бес жұмыс күнінен кешіктірмей хабарлайды", "жиырма бес жұмыс күнінен кешіктірмей", "P25D", "working", None),
    ("kk", "Өтінім түскеннен кейін дереу хабарлайды", "Өтінім түскеннен кейін дереу", None, None, "Өтінім түскеннен кейін"),
    ("kk", "күзетші кідіріссіз жеткізеді", "кідіріссіз", None, None, None),
    ("ru", "комитет незамедлительно после получения заявки сообщает", "незамедлительно после получения заявки", None, None, "после получения заявки"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "words", "length", "days", "anchor"), TERMS)
def test_a_term(lang: str, text: str, words: str, length: str | None, days: str | None, anchor: str | None) -> None:
    (found,) = find_durations(text, lang)
    assert " ".join(text[found.start : found.end].split()) == words
    assert (found.length, found.days, found.anchor) == (length, days, anchor)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ru", "в течение 2031 года провести"),
        ("ru", "в течение учебного года"),
        ("kk", "2031 жыл ішінде"),
        ("kk", "бес жұмыс күні"),
        ("kk", "жедел жәрдем шақырады"),
        ("ru", "план"),
    ],
)
def test_what_is_no_term(lang: str, text: str) -> None:
    assert find_durations(text, lang) == []


def test_at_once_and_its_last_hour_are_one_deadline() -> None:
    (found,) = find_deadlines("Бағбан дереу, бірақ 24 сағаттан кешіктірмей хабарлайды.", "kk", 2031)
    assert (found.text, found.within) == ("дереу, бірақ 24 сағаттан кешіктірмей", "PT24H")
    (alone,) = find_deadlines("Бағбан жедел түрде хабарлайды.", "kk", 2031)
    assert (alone.text, alone.due, alone.within) == ("жедел түрде", (), None)


@pytest.mark.parametrize("lang", ["ru", "kk"])
def test_whatever_words_say_how_often_are_looked_for(lang: str) -> None:
    """`may_recur` lets every phrase pass that a pattern of the lexicon gives as an example, in capitals, too."""
    for recurrence in RECURRENCES:
        for example in phrasing(lang).wordings[f"recurs_{recurrence}"].examples:
            for written in (example, example.upper()):
                assert recurrence in {one.recurrence for one in find_deadlines(written, lang, 2031)}
