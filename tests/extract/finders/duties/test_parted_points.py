"""Points that part with marks what is done, by when and by whom; programmes and letters of one school, all invented."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from read_duties import duties_of_text

from extract.flow import extract_file
from kzedu_graph.registry.resolving import Registry

REQUIRED, PROMISED, ALLOWED, BANNED, ADVISED = (
    "requirement",
    "commitment",
    "permission",
    "prohibition",
    "recommendation",
)
russian, kazakh = partial(duties_of_text, "ru"), partial(duties_of_text, "kk")
PLANS = {"ru": "# План работы сада\n\n", "kk": "# Бақтың жұмыс жоспары\n\n"}
PROGRAMMES = {
    "ru": "# Программа развития сада на 2031–2035 годы\n\n## 1. Основные направления\n\n",
    "kk": "# Бақтың 2031–2035 жылдарға арналған даму бағдарламасы\n\n## 1. Бағыттар бойынша жұмыс\n\n",
}
LETTER = (
    "Методическое письмо\nО поливе роз\n\nУважаемые коллеги!\n\n"
    "С прошлого года розы поливаются вечером. По итогам мая мы осмотрели сады.\n\n"
)


def told_in(tmp_path: Path, lang: str, text: str) -> list[tuple[str | None, str | None, str | None]]:
    """Bearer, deed and term of every duty of a text."""
    path = tmp_path / f"text.{lang}.md"
    path.write_text(text + "\n", "utf-8")
    found = extract_file(path, Registry.load()).provisions
    return [(one.bearer_text, one.deed, one.deadline_text) for one in found]


@pytest.mark.parametrize(
    ("lang", "point", "wanted"),
    [
        ("kk", "Бақты суару – күн сайын – бағбан А. Гүлов.", ("бағбан А. Гүлов", "Бақты суару", "күн сайын")),
        ("kk", "Шарбақты бояу (бақ меңгерушісі, мамыр).", ("бақ меңгерушісі", "Шарбақты бояу", "мамыр")),
        ("kk", "Қоқысты шығару, апта сайын, бағбан.", ("бағбан", "Қоқысты шығару", "апта сайын")),
        ("kk", "Мамыр – көшеттерді санау – бағбан.", ("бағбан", "көшеттерді санау", "Мамыр")),
        ("kk", "Бағбан – раушандарды күту.", ("Бағбан", "раушандарды күту", None)),
        ("kk", "Көшет егу. Мамыр. Бағбан.", ("Бағбан", "Көшет егу", "Мамыр")),
        ("kk", "көшет сатып алу, жауапты: бағбан;", ("бағбан", "көшет сатып алу", None)),
        ("ru", "Побелить деревья – май – дворник.", ("дворник", "Побелить деревья", "май")),
        ("ru", "Закупка книг, ежегодно, библиотекарь.", ("библиотекарь", "Закупка книг", "ежегодно")),
        ("ru", "Установить скамью (завхоз, май 2031 года).", ("завхоз", "Установить скамью", "май 2031 года")),
        ("ru", "Май. Директор. Утвердить план.", ("Директор", "Утвердить план", "Май")),
    ],
)
def test_a_point_parts_deed_term_and_doer(
    tmp_path: Path, lang: str, point: str, wanted: tuple[str, str, str | None]
) -> None:
    assert told_in(tmp_path, lang, PLANS[lang] + f"- {point}") == [wanted]


@pytest.mark.parametrize(
    ("lang", "point"),
    [
        ("kk", "Мұғалімдер, оқушылар, ата-аналармен жұмыс жүргізу."),
        ("kk", "Бақтың мақсаты – көшет өсіру."),
        ("ru", "Раздать памятки ученикам, учителям."),
        ("ru", "Провести учет роз управлению садов (Садова Л.)."),
    ],
)
def test_whom_a_point_does_something_for_is_no_doer(tmp_path: Path, lang: str, point: str) -> None:
    assert {bearer for bearer, _, _ in told_in(tmp_path, lang, PLANS[lang] + f"- {point}")} <= {None}


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        ("kk", "Психолог тренинг өткізеді.", [(PROMISED, "Психолог", "тренинг өткізеді")]),
        (
            "kk",
            "Бақ ісі жөніндегі орынбасар есеп береді.",
            [(PROMISED, "Бақ ісі жөніндегі орынбасар", "есеп береді")],
        ),
        ("kk", "Педагог мәртебесі артады.", []),
        ("kk", "Бағбан көшетті өзі таңдай алады.", [(ALLOWED, "Бағбан", "көшетті өзі таңдай")]),
        ("kk", "Бағбандар сынақтан босатылады.", [(ALLOWED, "Бағбандар", "сынақтан босатылады")]),
        (
            "kk",
            "## 2. Күтілетін нәтижелер\n\nБақ өседі. Жалпы басшылықты бақ директоры жүзеге асырады.",
            [(REQUIRED, "бақ директоры", "Жалпы басшылықты жүзеге асырады")],
        ),
        ("ru", "Психолог два раза в год проводит беседы.", [(REQUIRED, "Психолог", "проводит беседы")]),
        ("ru", "Психолог проводит беседы.", []),
        (
            "ru",
            "Аренда зала без согласия совета не осуществляется.",
            [(BANNED, None, "Аренда зала без согласия совета не осуществляется")],
        ),
    ],
)
def test_programmes_of_one_body_tell_who_does_what(
    lang: str, text: str, wanted: list[tuple[str, str | None, str]]
) -> None:
    assert [(kind, who, deed) for kind, who, deed in duties_of_text(lang, PROGRAMMES[lang] + text)] == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Мастер ведет журнал.", [(REQUIRED, "Мастер", "ведет журнал")]),
        ("Конспект полива вести не надо.", [(ALLOWED, None, "Конспект полива вести")]),
        ("Срезать розы утром не стоит.", [(BANNED, None, "Срезать розы утром")]),
        ("Показывать записи гостям мастер не имеет права.", [(BANNED, "мастер", "Показывать записи гостям")]),
        ("Напоминаем, что рвать розы детям нельзя.", [(BANNED, None, "рвать розы детям")]),
        ("Сады самостоятельно определяют часы полива.", []),
        ("Школы самостоятельно определяют часы полива.", [(ALLOWED, "Школы", "самостоятельно определяют часы полива")]),
        ("Участие в конкурсе роз добровольное.", [(ALLOWED, None, "Участие в конкурсе роз добровольное")]),
        (
            "Мастер сдает отчет, а НМЦ в три дня готовит приказ.",
            [(REQUIRED, "Мастер", "сдает отчет"), (REQUIRED, "НМЦ", "в три дня готовит приказ")],
        ),
        ("Просим не рвать розы и полить сад.", [(BANNED, None, "не рвать розы"), (ADVISED, None, "полить сад")]),
    ],
)
def test_a_methodical_letter_instructs_below_its_greeting(
    sentence: str, wanted: list[tuple[str, str | None, str]]
) -> None:
    assert russian(LETTER + sentence) == wanted


@pytest.mark.parametrize(
    "point",
    [
        "Уволить – Розов Б., 5 мая 2031 года.",
        "Принять на работу – Липова А.К., с 5 мая 2031 года.",
        "Пригласить на праздник – садовники, дворники, 15 мая.",
        "Включить в состав комиссии (садовник, дворник), 5 мая.",
    ],
)
def test_persons_to_whom_something_is_done_do_nothing(point: str) -> None:
    told = russian(f"О саде\n\nПРИКАЗЫВАЮ:\n\n1. {point}\n\n2. Полить розы – май – дворник.")
    assert [who for _, who, _ in told] == [None, "дворник"]


def test_what_a_report_or_a_meeting_heard_is_not_parted() -> None:
    report = "Отчет о работе сада за 2030 год\n\n1. Посадка роз, август, дворник.\n\n2. Полив, май, садовник."
    heard = "Протокол собрания сада\n\nСЛУШАЛИ:\n\n1. Чтение доклада, 10 мая, садовник.\n\nРЕШИЛИ:\n\n1. Полив роз – май – дворник."
    assert russian(report) == []
    assert [who for _, who, _ in russian(heard)] == ["дворник"]
