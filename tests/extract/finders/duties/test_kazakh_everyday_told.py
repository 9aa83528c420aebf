"""Kazakh everyday papers, what only tells in them beside what binds: findings, minutes, labels, days. Invented texts."""

from __future__ import annotations

import pytest

from extract.finders.duties.times.deadlines import find_deadlines
from extract.flow import extract_document
from extract.readers.layout import READERS
from extract.sources.recognise import recognise
from kzedu_graph.registry.resolving import Registry
from tests.read_duties import duties_of_text

ACT = "ЖЫЛЫЖАЙДЫ ТЕКСЕРУ АКТІСІ\n\nТексеру 7 мамырда өтті.\n\n"


def said_in(text: str) -> list[tuple[str | None, str | None]]:
    """Bearer and deed of every duty of a Kazakh text."""
    return [(who, deed) for _, who, deed in duties_of_text("kk", text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Бағбан гүлді күн сайын суарады.\n\nЖылыжай суды құдықтан алады.", []),
        ("Бағбан гүлді суарады. Күзетші қақпаны жөндесін.", [("Күзетші", "қақпаны жөндесін")]),
        ("Кемшілік: күзетші қақпаны ашық қалдырады.", []),
        (
            "Кемшілік: шам жанбайды, бақ меңгерушісі оны 9 мамырға дейін ауыстыруы тиіс.",
            [("бақ меңгерушісі", "оны ауыстыруы")],
        ),
        (
            "Бағбан гүлді суарады.\n\nҚорытынды\n\nБағбан есепті комиссияға береді.",
            [("Бағбан", "есепті комиссияға береді")],
        ),
        ("Комиссия талап етеді:\n\nКүзетші қақпаны жабады.", [("Күзетші", "қақпаны жабады")]),
    ],
)
def test_what_an_inspection_saw_binds_nobody(text: str, found: list[tuple[str, str]]) -> None:
    assert said_in(ACT + text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Олқылық: қақпа ашық тұр. Күзетші қақпаны сырласын.", [("Күзетші", "қақпаны сырласын")]),
        (
            "Бақтың ішкі тәртіп ережесі\n\n1. Бұзушылық: қонақ гүлді жұлса, күзетші бағбанды шақырады.",
            [("күзетші", "бағбанды шақырады")],
        ),
        (
            "«Бақ» ЖШС\n\nБҰЙРЫҚ\n\nБҰЙЫРАМЫН:\n\n1. Олқылық: тізім жүргізілмейді. Күзетші тізім жасасын.",
            [("Күзетші", "тізім жасасын")],
        ),
    ],
)
def test_lines_with_the_label_of_a_finding_bind_elsewhere(text: str, found: list[tuple[str, str]]) -> None:
    assert said_in(text) == found


def test_what_was_heard_second_is_no_point_nor_what_stands_below_the_chairman() -> None:
    text = (
        "№ 9 ХАТТАМА\n\n2031 жылғы 7 мамыр\n\n1. ТЫҢДАЛДЫ: бағбан.\n\nШЕШІЛДІ:\n\nКүзетші қақпаны сырласын.\n\n"
        "2. ТЫҢДАЛДЫ: күзетші. Бағбандар кеш келеді, қонақтар күтеді.\n\nШЕШІЛДІ:\n\nБағбан гүл ексін.\n\n"
        "Төраға: Б. Теректі\n\nХатшы тізімді сақтайды.\n"
    )
    assert said_in(text) == [("Күзетші", "қақпаны сырласын"), ("Бағбан", "гүл ексін")]


LABELLED = [
    (
        "Сабақтың қысқа мерзімді жоспары\n\nТапсырма: гүл атауларын жаттау\n\nУақыты: сабақ соңы\n",
        [],
    ),
    ("Бақтағы күн\n\nТапсырма: гүл атауларын жаттау\n\nУақыты: 9 минут\n", []),
    (
        "Шаралар\n\n№ 1 шара: қоршауды сырлау\n\nОрындаушы: күзетші\n\nМерзім: 7 мамыр\n\n"
        "Іс-шара атауы: гүл көрмесін өткізу\n\nӨткізілетін күні: 9 мамыр\n\nЖауапты ұстаз: С. Гүлова\n",
        [("күзетші", "қоршауды сырлау"), ("С. Гүлова", "гүл көрмесін өткізу")],
    ),
    (
        "Аула\n\nҚоршауды сырлау\n\nОрындаушы: күзетші\n\nМерзімі: мамыр\n\nГүлді суару\n\nОрындаушы: бағбан\n",
        [("күзетші", "Қоршауды сырлау"), ("бағбан", "Гүлді суару")],
    ),
    ("Қоршауды сырлау\n\nЖауаптысы – күзетші\n\nМерзімі – жыл сайын\n", [("күзетші", "Қоршауды сырлау")]),
    ("Мерзімі: 9 мамыр. Кім: күзетші. Не істеледі: қоршауды сырлау\n", [("күзетші", "қоршауды сырлау")]),
    (
        "Бақтағы тапсырмалар\n\nТапсырма: гүл егу; мерзімі: 9 мамыр; жауапты: бағбан\n\n"
        "Мерзімі: 10 мамыр. Кім: күзетші. Не істеледі: қоршауды сырлау\n",
        [("бағбан", "гүл егу"), ("күзетші", "қоршауды сырлау")],
    ),
]


@pytest.mark.parametrize(("text", "found"), LABELLED)
def test_labels_belong_to_the_deed_of_their_lines(text: str, found: list[tuple[str, str]]) -> None:
    assert said_in(text) == found


@pytest.mark.parametrize(
    ("title", "kind"),
    [("Бақтың апталық жаңалықтары", "commitment"), ("АС МӘЗІРІ", "commitment"), ("Алдағы апта", "requirement")],
)
def test_news_by_days_require_nothing(title: str, kind: str) -> None:
    text = (
        f"{title}\n\nДүйсенбі\n\nБағбан гүл егеді.\n\nСейсенбі\n\nКүзетші қақпаны сырлайды.\n\nСәрсенбі\n\nЖел тұрды.\n"
    )
    assert {modality for modality, *_ in duties_of_text("kk", text)} == {kind}


def test_answers_go_without_yes_and_no() -> None:
    text = "Жиі қойылатын сұрақтар\n\nС: Бақ ақылы ма?\n\nЖ: Жоқ, бағбан гүлді суарады.\n\nС: Кілт керек пе?\n\n"
    assert said_in(f"{text}Ж: Иә, күзетші кілт береді.\n") == [
        ("бағбан", "гүлді суарады"),
        ("күзетші", "кілт береді"),
    ]


def test_a_number_before_an_age_is_that_of_the_point() -> None:
    text = "Дүкен қағидалары\n\n3. 16 жасқа толмаған тұлғаларға қайшы сатуға тыйым салынады.\n"
    assert said_in(text) == [("16 жасқа толмаған тұлғаларға", "қайшы сатуға тыйым салынады")]


def test_till_when_nobody_comes_late() -> None:
    assert [one.text for one in find_deadlines("Бағбан бақшаға 9.30-дан кешікпей келеді.", "kk", None)] == [
        "9.30-дан кешікпей"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "# Бұйрық\n\n1. «Бақ» мекемесінің бағбаны Б. Теректі\n2031 жылғы 7 мамырға дейін\n«Көшет» акциясын өткізсін.\n",
        "# Бұйрық\n\n1. «Бақ» мекемесінің бағбаны Б. Теректі\n7 мамырға дейін\n«Көшет» акциясын\nөткізсін.\n",
    ],
)
def test_lines_go_on_with_a_day_or_a_name(text: str) -> None:
    source, settings = recognise("note.kk", text)
    document = READERS["marked"](source.stem, text, "kk")
    (found,) = extract_document(source, settings, document, Registry.load()).provisions
    assert (found.bearer_text, found.deed) == ("«Бақ» мекемесінің бағбаны Б. Теректі", "«Көшет» акциясын өткізсін")
    assert found.deadline_text is not None


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Кезекші сынып ауланы сыпырады.", ("Кезекші сынып", "ауланы сыпырады")),
        ("Кезекші пәтер түстен кейін ауланы сыпырады.", ("Кезекші пәтер", "ауланы сыпырады")),
        ("Кезекші бөлме кілтін тексереді.", ("Кезекші", "бөлме кілтін тексереді")),
        ("Кезекші сыныпты тексереді.", ("Кезекші", "сыныпты тексереді")),
    ],
)
def test_those_who_act_as_one_when_it_is_their_turn(sentence: str, found: tuple[str, str]) -> None:
    assert said_in(f"Тәртіп ережесі\n\n{sentence}\n") == [found]
