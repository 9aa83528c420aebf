"""Kazakh everyday papers by their layout: own lines, pictures, labels, days, questions and answers. Invented texts."""

from __future__ import annotations

import pytest

from extract.finders.duties.times.deadlines import find_deadlines
from extract.flow import extract_document
from extract.readers.layout import READERS
from extract.sources.recognise import recognise
from kzedu_graph.registry.resolving import Registry
from tests.read_duties import duties_of_text, read_duties

Told = tuple[str | None, str | None, str | None]
"""Bearer, deed and deadline of a duty."""


def told_in(text: str) -> list[Told]:
    """Bearer, deed and deadline of every duty of a Kazakh Markdown text."""
    source, settings = recognise("note.kk", text)
    document = READERS["marked"](source.stem, text, "kk")
    provisions = extract_document(source, settings, document, Registry.load()).provisions
    return [(one.bearer_text, one.deed, one.deadline_text) for one in provisions]


WEEK = """**Сәрсенбі, 7 мамыр**
🔹 Бағбан көшет отырғызады
🔹 Күзетші қақпаны сырлайды

**Бейсенбі, 8 мамыр**
🔹 Мастер күректерді түгендейді

**Жұма, 9 мамыр**
🔹 Аспаз қазанды 09.00-ге дейін жуады

**Ескерту:**
Кілтті бағбан сақтайды.
"""


def test_days_above_say_when_what_stands_below_them_is_done() -> None:
    assert told_in(WEEK) == [
        ("Бағбан", "көшет отырғызады", "Сәрсенбі, 7 мамыр"),
        ("Күзетші", "қақпаны сырлайды", "Сәрсенбі, 7 мамыр"),
        ("Мастер", "күректерді түгендейді", "Бейсенбі, 8 мамыр"),
        ("Аспаз", "қазанды жуады", "09.00-ге дейін; Жұма, 9 мамыр"),
        ("бағбан", "Кілтті сақтайды", None),
    ]


LABELS = """# Бақты күту тәртібі

**Жылыжай**

Жауапты: С. Гүлов, бағбан
Не істеледі: жылыжайдың терезелерін жуу
Қашан: 10 мамыр

Кім: сол кісі
Іс-шара: көшеттерді санау
Мерзімі: апта сайын

**Қоршауды бояу**

Қашан: мамыр
Кім: күзетші Б. Теректі
"""


def test_labels_tell_a_point_in_whatever_order() -> None:
    assert told_in(LABELS) == [
        ("С. Гүлов, бағбан", "жылыжайдың терезелерін жуу", "10 мамыр"),
        ("С. Гүлов, бағбан", "көшеттерді санау", "апта сайын"),
        ("күзетші Б. Теректі", "Қоршауды бояу", "мамыр"),
    ]


def test_labels_behind_semicolons() -> None:
    act = (
        "БАҚТЫ ТЕКСЕРУ АКТІСІ\n\nКемшілік: шам жанбайды.\n"
        "→ жою мерзімі: 5 мамыр; орындаушы: бағбан; шамды ауыстыру\n→ Қақпа жабылсын.\n"
    )
    assert [(who, deed) for _, who, deed in duties_of_text("kk", act)] == [
        ("бағбан", "шамды ауыстыру"),
        (None, "Қақпа жабылсын"),
    ]


ANSWERS = """# Бақ туралы жиі қойылатын сұрақтар

Қош келдіңдер, оқушылар!

**С: Бақта қалай жұмыс істеймін?**
Ж: Кілтті күзетшіден алып, журналға қол қой. Гүлді жұлмайсыңдар!

**С: Күректі қайда қоямын?**
Ж: Күректі қоймаға өткізесің. Бағбан күректерді түгендейді.
"""


def test_answers_bid_whom_the_greeting_names() -> None:
    told = [(who, deed) for who, deed, _ in told_in(ANSWERS)]
    assert ("оқушылар", "Гүлді жұлмайсыңдар") in told
    assert ("оқушылар", "Күректі қоймаға өткізесің") in told
    assert ("Бағбан", "күректерді түгендейді") in told
    assert not any("С:" in str(deed) or "Ж:" in str(deed) for _, deed in told)


def test_lines_of_wrapped_prose_go_on() -> None:
    text = "# Ереже\n\nБағбан бақтың барлық\nкөшеттерін күн сайын\nсуарады және күрекпен\nқопсытады.\n"
    assert [who for who, *_ in told_in(text)] == ["Бағбан", "Бағбан"]


MINUTES = "ЖИНАЛЫС ХАТТАМАСЫ № 3\n\nТЫҢДАЛДЫ: бақ туралы.\nШЕШІЛДІ:\n"


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Бағбан З. Гүловаға: көшет алу.", [("Бағбан З. Гүловаға", "көшет алу")]),
        ("Айгүл Сапарқызы: қоймада тізім жасау.", [("Айгүл Сапарқызы", "қоймада тізім жасау")]),
        ("Гүлов С. – көшет алу; Липова А. – есеп беру.", [("Гүлов С.", "көшет алу"), ("Липова А.", "есеп беру")]),
        ("Әр пәтер бақты күзетеді.", [("Әр пәтер", "бақты күзетеді")]),
        ("Бағбан көшет отырғызады.", [("Бағбан", "көшет отырғызады")]),
        ("Бағбан көшет сатып алу керек деді.", []),
        ("Пәтер жылы.", []),
    ],
)
def test_what_minutes_decide(line: str, found: list[tuple[str, str]]) -> None:
    assert [(who, deed) for _, who, deed in duties_of_text("kk", f"{MINUTES}{line}\n")] == found


@pytest.mark.parametrize(
    ("sentence", "bearers"),
    [
        ("Қоршауды жылына екі рет күзетші сырлайды.", ["күзетші"]),
        ("Бағбандар жеке күрегін ұмытпасын!!!", ["Бағбандар"]),
        ("Гүлді жұлмаңыз – күзетші бар.", [None]),
        ("Бақта от жақпайсыңдар.", [None]),
        ("Билет алмай-ақ кіре бересің.", []),
    ],
)
def test_whom_sentences_bind(sentence: str, bearers: list[str | None]) -> None:
    assert [who for who, *_ in read_duties("kk", sentence)] == bearers


@pytest.mark.parametrize(
    ("sentence", "terms", "due"),
    [
        ("Бағбан гүлді сағат 17.00-ге дейін суарады.", ["сағат 17.00-ге дейін"], ()),
        ("Бағбан гүлді кешкі 22.00-де суарады.", ["кешкі 22.00-де"], ()),
        ("Бағбан гүлді түске дейін суарады.", ["түске дейін"], ()),
        ("Бағбан гүлді 28 тамызда суарады.", ["28 тамызда"], ("--08-28",)),
        ("Бағбан есепті 19.03 күні береді.", ["19.03 күні"], ()),
        ("Бағбан гүлді мамырдың екінші онкүндігінде суарады.", ["мамырдың екінші онкүндігінде"], ()),
        ("Бағбан ақыны әр айдың 10-ынан қалдырмай төлейді.", ["әр айдың 10-ынан қалдырмай"], ()),
        ("Бағбан 5.1-тармақта айтылғанды орындайды.", [], ()),
        ("Бағбан сенбілікте жұмыс істейді.", [], ()),
    ],
)
def test_terms_of_a_clock_and_of_days_without_a_year(sentence: str, terms: list[str], due: tuple[str, ...]) -> None:
    found = find_deadlines(sentence, "kk", None)
    assert [one.text for one in found] == terms
    assert tuple(point for one in found for point in one.due) == due


def test_a_safety_instruction_speaks_to_the_post_of_its_title() -> None:
    text = "БАҒБАНҒА АРНАЛҒАН ЕҢБЕК ҚАУІПСІЗДІГІ НҰСҚАУЛЫҒЫ\n\n"
    text += "Қайшыны сабынан ұстаңыз.\nСымға тиме!\nКүзетші қақпаны жабады.\n"
    assert [(kind, who) for kind, who, _ in duties_of_text("kk", text)] == [
        ("requirement", "БАҒБАН"),
        ("prohibition", "БАҒБАН"),
        ("requirement", "Күзетші"),
    ]
