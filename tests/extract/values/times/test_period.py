"""Deadlines, Russian and Kazakh side by side."""

from __future__ import annotations

import pytest

from extract.values.times.due_points import YearFrame
from extract.values.times.known_parts import parse_known_part, parse_period_of_stages
from extract.values.times.period import explain_period, parse_period
from extract.values.times.prose import find_periods

SIDE_BY_SIDE = [
    ("декабрь 2023 года", "2023 жылғы желтоқсан", ("2023-12",), None),
    ("декабрь 2023 – 2025 годов", "2023 – 2025 жылдардағы желтоқсан", ("2023-12", "2024-12", "2025-12"), None),
    ("декабрь 2023 –2024 годов", "2023 -2024 жылдардың желтоқсаны", ("2023-12", "2024-12"), None),
    ("июль, декабрь 2023 года", "2023 жылғы шілде, желтоқсан", ("2023-07", "2023-12"), None),
    (
        "июль, декабрь 2023 – 2024 годов",
        "2023 – 2024 жылдардағы шілде, желтоқсан",
        ("2023-07", "2023-12", "2024-07", "2024-12"),
        None,
    ),
    (
        "декабрь 2023 года, декабрь 2025 года",
        "2023 жылғы желтоқсан, 2025 жылғы желтоқсан",
        ("2023-12", "2025-12"),
        None,
    ),
    ("март 2023 года май 2024 года", "2023 жылғы наурыз 2024 жылғы мамыр", ("2023-03", "2024-05"), None),
    ("4-й квартал 2023 – 2024 годов", "2023 – 2024 жылдардағы 4-тоқсан", ("2023-Q4", "2024-Q4"), None),
    ("III квартал 2020 года", "2020 жылғы ІІІ тоқсан", ("2020-Q3",), None),
    ("первый квартал 2020 г.", "2020 ж. бірінші тоқсан", ("2020-Q1",), None),
    ("I-й квартал 2031-2032 гг.", "2031-2032 жылдардың I-ші тоқсаны", ("2031-Q1", "2032-Q1"), None),
    ("II-ой квартал 2031 г.", "2031 жылғы II-ші тоқсан", ("2031-Q2",), None),
    ("I-е полугодие 2031 года", "2031 жылғы I-ші жартыжылдық", ("2031-H1",), None),
    ("I четверть 2031-2032 учебного года", "2031-2032 оқу жылының I тоқсаны", ("2031-09/2031-10",), None),
    ("3 четверть 2031/2032 учебного года", "2031/2032 оқу жылының 3-тоқсаны", ("2032-01/2032-03",), None),
    ("сентябрь 2031-2032 учебного года", "2031-2032 оқу жылының қыркүйегі", ("2031-09",), None),
    ("III – IV кварталы 2020 года", "2020 жылдың III-IV тоқсаны", ("2020-Q3/2020-Q4",), None),
    ("второе полугодие 2023 года", "2023 жылғы екінші жартыжылдық", ("2023-H2",), None),
    ("1-е полугодие 2020 года", "2020 жылдың 1- жартыжылдығы", ("2020-H1",), None),
    ("до 01.07.98", "01.07.98 дейін", ("1998-07-01",), None),
    ("до 1.08.98г.", "1.08.98 ж. дейін", ("1998-08-01",), None),
    ("постоянно с 01.07.31", "01.07.31 бастап", ("2031-07-01/..",), None),
    ("до 1 ноября, ежегодно", "1 қарашаға дейін, жыл сайын", ("--11-01",), "annual"),
    ("по мере поступления заявок", "өтінімдер түсуіне қарай", (), None),
    ("один раз в шесть месяцев", "алты айда бір рет", (), "semiannual"),
    ("1 раз в 12 месяцев", "12 айда 1 рет", (), "annual"),
    ("1 квартал 2031 г., с последующими корректировками", "2031 жыл 1-тоқсан,келесі түзетулерімен", ("2031-Q1",), None),
    ("ежегодно, до проведения конкурса", "жыл сайын, байқау өткізілгенге дейін", (), "annual"),
    ("в 2031 году 7 школ, в 2032 году 6 школ", "2031 жылы 7 мектеп, 2032 жылы 6 мектеп", ("2031", "2032"), None),
    ("2031 г. 1 квартал -2032 г.", "2031 жылғы 1-тоқсан – 2032 жыл", ("2031-Q1/2032",), None),
    ("с 2031 г. по 1 квартал 2032 г.", "2031 жылдан бастап 2032 жылғы 1-тоқсанға дейін", ("2031/2032-Q1",), None),
    ("IV квартал 2031 года – 2032 год", "2031 жылғы 4-тоқсаннан бастап 2032 жылға дейін", ("2031-Q4/2032",), None),
    ("III-IV кварталы 2031 года", "2031 жылдың ІІІ-ІҮ тоқсаны", ("2031-Q3/2031-Q4",), None),
    (
        "2-3 кварталы 2031 г., 2032, 2033 г.г.",
        "2031 жылдың 2-3 тоқсандар, 2032, 2033 ж.ж.",
        ("2031-Q2/2031-Q3", "2032", "2033"),
        None,
    ),
    ("2033 год – 2033 год", "2033 жыл – 2033 жыл", ("2033",), None),
    ("2031 год – 2033 год", "2031 жыл – 2033 жыл", ("2031/2033",), None),
    ("апрель 2031 г. – апрель 2031 г.", "2031 жылғы сәуір – 2031 жылғы сәуір", ("2031-04",), None),
    ("02.05.2031 – 20.05.2031", "02.05.2031 – 20.05.2031", ("2031-05-02/2031-05-20",), None),
    (
        "2031-2032 годы, ежегодно январь, июль",
        "2031 – 2032 жылдар, жыл сайын қаңтар, шілде",
        ("2031-01", "2031-07", "2032-01", "2032-07"),
        "annual",
    ),
    ("декабрь, ежегодно", "желтоқсан, жыл сайын", ("--12",), "annual"),
    ("ежегодно до 1 декабря", "жыл сайын 1 желтоқсанға дейін", ("--12-01",), "annual"),
    ("ежегодно", "жыл сайын", (), "annual"),
    ("раз в два года", "екі жылда бір рет", (), "biennial"),
    ("1 раз в 2 года", "2 жылда 1 рет", (), "biennial"),
    ("раз в 2 года, 2031 – 2035 годы", "2 жылда бір рет, 2031 – 2035 жылдар", ("2031/2035",), "biennial"),
    ("еженедельно", "апта сайын", (), "weekly"),
    ("ежедневно", "күн сайын", (), "daily"),
    ("ежегодно, 2023 – 2024 годы", "жыл сайын, 2023 – 2024 жылдар", ("2023", "2024"), "annual"),
    (
        "ежеквартально, 2023 – 2024 годы",
        "тоқсан сайын, 2023 – 2024 жылдар",
        tuple(f"{year}-Q{quarter}" for year in (2023, 2024) for quarter in range(1, 5)),
        "quarterly",
    ),
    ("до 1 октября 2023 – 2024 годов", "2023 – 2024 жылдардағы 1 қазанға дейін", ("2023-10-01", "2024-10-01"), None),
    ("до 1 ноября 2024 года", "2024 жылғы 1 қарашаға дейін", ("2024-11-01",), None),
    (
        "не позднее 1 мая, следующего за отчетным годом",
        "есепті жылдан кейінгі 1 мамырдан кешіктірмей",
        ("--05-01",),
        "annual",
    ),
    (
        "не позднее 1 мая года, следующего за отчетным",
        "есепті жылдан кейінгі жылдың 1 мамырынан кешіктірмей",
        ("--05-01",),
        "annual",
    ),
    ("сентябрь 2024 года – май 2025 года", "2024 жылғы қыркүйек – 2025 жылғы мамыр", ("2024-09/2025-05",), None),
    ("по завершении цикла в 2023 – 2029 годах", "2023 – 2029 жылдары цикл аяқталғаннан кейін", ("2023/2029",), None),
    ("с 2024 года", "2024 жылдан бастап", ("2024/..",), None),
    ("с 1 января 2024 года", "2024 жылғы 1 қаңтардан бастап", ("2024-01-01/..",), None),
    ("до 2025 года", "2025 жылға дейін", ("2025",), None),
    ("до конца 2027 года", "2027 жылдың соңына дейін", ("2027-12",), None),
    ("2023 год", "2023 жыл", ("2023",), None),
    ("2023 – 2025 годы", "2023 – 2025 жылдар", ("2023/2025",), None),
    ("2023, 2025 годы", "2023, 2025 жылдар", ("2023", "2025"), None),
    ("2024 – 2025 учебный год", "2024 – 2025 оқу жылы", ("2024-09/2025-06",), None),
    (
        "январь – декабрь 2020 – 2021 годов",
        "2020-2021 жылдардың қаңтар-желтоқсаны",
        ("2020-01/2020-12", "2021-01/2021-12"),
        None,
    ),
    (
        "сентябрь – июнь 2020 – 2022 годов",
        "2020-2022 жылдардың қыркүйек-маусымы",
        ("2020-09/2021-06", "2021-09/2022-06"),
        None,
    ),
    ("1 – 5 сентября 2025 года", "2025 жылғы 1-5 қыркүйек", ("2025-09-01/2025-09-05",), None),
    ("постоянно, 2023 – 2025 годы", "тұрақты, 2023 – 2025 жылдар", ("2023/2025",), None),
    ("осень 2025 года", "2025 жылғы күз", ("2025-09/2025-11",), None),
    ("2031 год ІІІ ІV квартал", "2031 жылғы ІІІ ІV тоқсан", ("2031-Q3", "2031-Q4"), None),
    ("I, II и IV кварталы 2031 года", "2031 жылғы I, II және IV тоқсандар", ("2031-Q1", "2031-Q2", "2031-Q4"), None),
    ("1 и 3 кварталы 2031 года", "2031 жылғы 1 және 3-тоқсан", ("2031-Q1", "2031-Q3"), None),
    ("третий, четвертый квартал 2031 г.", "2031 ж. үшінші, төртінші тоқсан", ("2031-Q3", "2031-Q4"), None),
    ("I\nV квартал 2031 года", "2031 жылғы I\nV тоқсан", ("2031-Q4",), None),
    ("I\nI квартал 2031 года", "2031 жылғы I\nI тоқсан", ("2031-Q2",), None),
    ("I и II полугодие 2031 года", "2031 жылғы I және II жартыжылдық", ("2031-H1", "2031-H2"), None),
    (
        "до начала учебного года, 20 августа 2031 года",
        "оқу жылының басына дейін, 2031 жылғы 20 тамыз",
        ("2031-08-20",),
        None,
    ),
    (
        "20 августа 2031 года (до начала учебного года)",
        "2031 жылғы 20 тамыз (оқу жылының басына дейін)",
        ("2031-08-20",),
        None,
    ),
    ("ежегодно, к началу учебного года", "жыл сайын, оқу жылының басында", (), "annual"),
    ("2031 год, до начала отопительного сезона", "2031 жыл, жылыту маусымы басталғанға дейін", ("2031",), None),
]


@pytest.mark.parametrize(("ru", "kk", "due", "recurrence"), SIDE_BY_SIDE)
def test_both_languages_say_the_same(ru: str, kk: str, due: tuple[str, ...], recurrence: str | None) -> None:
    for text, lang in ((ru, "ru"), (kk, "kk")):
        found = parse_period(text, lang)
        assert found is not None, text
        assert (found.due, found.recurrence) == (due, recurrence), text


@pytest.mark.parametrize(
    ("text", "lang", "pieces"),
    [
        (
            "декабрь 2023 года – проба, с 2024 года – работа",
            "ru",
            [(("2023-12",), "проба"), (("2024/..",), "работа")],
        ),
        (
            "в школах – май 2023 – 2024 годов, в колледжах – май 2025 года",
            "ru",
            [(("2023-05", "2024-05"), "в школах"), (("2025-05",), "в колледжах")],
        ),
        ("апрель 2023 года\nдекабрь 2024 года", "ru", [(("2023-04",), None), (("2024-12",), None)]),
        (
            "2020 жылғы IV тоқсаны –жобасын жазу 2023 жылғы І тоқсан –енгізу",
            "kk",
            [(("2020-Q4",), "жобасын жазу"), (("2023-Q1",), "енгізу")],
        ),
        (
            "бірінші кезең: 2018–2020 жылдар, екінші кезең: 2021–2025 жылдар",
            "kk",
            [(("2018/2020",), "бірінші кезең"), (("2021/2025",), "екінші кезең")],
        ),
        ("2023 жылғы сәуір; 2024 жылғы мамыр", "kk", [(("2023-04",), None), (("2024-05",), None)]),
    ],
)
def test_pieces(text: str, lang: str, pieces: list[tuple[tuple[str, ...], str | None]]) -> None:
    found = parse_period(text, lang)
    assert found is not None
    assert [(piece.due, piece.scope) for piece in found.pieces] == pieces
    covered = "".join(text[piece.start : piece.end] for piece in found.pieces)
    assert [c for c in covered if c.isalnum()] == [c for c in text if c.isalnum()]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("дeкабрь 2023 года", "ru"),
        ("декабрь\u00a02023\u00a0года", "ru"),
        ("  декабрь   2023\nгода. ", "ru"),
        ("декабрь2023года", "ru"),
        ("дека брь 2023 года", "ru"),
        ("2023 жылғы жeлтоқсан", "kk"),
        ("д е к а б р ь 2 0 2 3 г о д а", "ru"),
        ("2 0 2 3 ж ы л ғ ы желтоқсан", "kk"),
        ("2023- жылғы желтоқсан", "kk"),
        ("2023 жыл ғы желтоқ сан", "kk"),
    ],
)
def test_damage_does_not_matter(text: str, lang: str) -> None:
    found = parse_period(text, lang)
    assert found is not None
    assert found.due == ("2023-12",)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("", "ru"),
        ("-", "ru"),
        ("раз в 3 года", "ru"),
        ("декабрь", "ru"),
        ("декабрь 2023 года приказ", "ru"),
        ("31 февраля 2024 года", "ru"),
        ("5 квартал 2024 года", "ru"),
        ("V, VI кварталы 2031 года", "ru"),
        ("к началу 2031-2032 учебного года", "ru"),
        ("5 раз в год", "ru"),
        ("2029 – 2023 годы", "ru"),
        ("от 3 августа 2022 года № 348", "ru"),
        ("137000", "ru"),
        ("3 жылда 1 рет", "kk"),
        ("2023 жылғы желтоқсан бұйрық", "kk"),
        ("талап етілмейді", "kk"),
        ("2024 – 2026 учебный год", "ru"),
        ("2025/2024 учебный год", "ru"),
        ("2024 – 2026 оқу жылы", "kk"),
    ],
)
def test_it_never_guesses(text: str, lang: str) -> None:
    assert parse_period(text, lang) is None


@pytest.mark.parametrize(
    ("text", "lang", "due"), [("ноябрь", "ru", ("--11",)), ("1 қарашаға дейін", "kk", ("--11-01",))]
)
def test_a_lost_year_is_missed_unless_the_caller_says_otherwise(text: str, lang: str, due: tuple[str, ...]) -> None:
    assert parse_period(text, lang) is None
    found = parse_period(text, lang, yearless=True)
    assert found is not None
    assert found.due == due


def test_rules_can_be_listed() -> None:
    explained = explain_period("июль, декабрь 2023 – 2024 годов", "ru")
    assert explained == [
        ("month", "июль"),
        ("month", "декабрь"),
        ("years", "2023 – 2024 годов"),
        ("part-of-years", "июль, декабрь 2023 – 2024 годов"),
    ]


@pytest.mark.parametrize(
    ("text", "lang", "due"),
    [
        ("Школам нужно до 1 сентября 2024 года сдать отчет.", "ru", [("2024-09-01",)]),
        ("К 2026 году откроют школу, а до конца 2027 года вторую.", "ru", [("2026",), ("2027-12",)]),
        ("Учить детей в 1 – 4 классах с января 2024 года.", "ru", [("2024-01/..",)]),
        ("Правила утверждены приказом от 6 января 2015 года № 4.", "ru", []),
        ("В 2022 году было 90 школ из 120.", "ru", []),
        ("Школа 2022 жылғы 3 тамыздағы № 7 бұйрыққа сүйенеді.", "kk", []),
        ("Мектеп 2025 жылғы 1 қыркүйекке дейін ашылады.", "kk", [("2025-09-01",)]),
        ("Есеп жыл сайын 1 ақпанға дейін беріледі.", "kk", [("--02-01",)]),
        ("2022 жылы 90 мектеп болды.", "kk", []),
        ("Отчет сдают до 1 октября.", "ru", [("--10-01",)]),
        ("Сад открыли в мае.", "ru", []),
        ("Есеп 1 қазанға дейін беріледі.", "kk", [("--10-01",)]),
    ],
)
def test_dates_in_prose(text: str, lang: str, due: list[tuple[str, ...]]) -> None:
    assert [piece.due for piece in find_periods(text, lang)] == due


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("постоянно", "ru"),
        ("весь период", "ru"),
        ("на весь период ремонта", "ru"),
        ("в течение всего срока аренды", "ru"),
        ("весь учебный год", "ru"),
        ("бүкіл кезең бойы", "kk"),
        ("жөндеудің барлық кезеңінде", "kk"),
        ("по мере необходимости", "ru"),
        ("тұрақты түрде", "kk"),
        ("қажеттілігіне қарай", "kk"),
        ("к началу учебного года", "ru"),
        ("до конца учебного года", "ru"),
        ("до начала отопительного сезона", "ru"),
        ("в период летних каникул", "ru"),
        ("жаңа оқу жылы басталғанға дейін", "kk"),
        ("оқу жылының аяғына дейін", "kk"),
        ("жылыту маусымының соңына дейін", "kk"),
        ("күзгі каникул кезінде", "kk"),
    ],
)
def test_words_that_set_no_date_are_understood_all_the_same(text: str, lang: str) -> None:
    period = parse_period(text, lang)
    assert period is not None
    assert (period.due, period.recurrence) == ((), None)


@pytest.mark.parametrize(
    ("text", "lang", "due", "recurrence"),
    [
        ("два раза в год, к 1 июля и 25 декабря", "ru", ("--07-01", "--12-25"), "semiannual"),
        ("4 раза в год", "ru", (), "quarterly"),
        ("жылына екі рет", "kk", (), "semiannual"),
        ("по мере необходимости, но не реже раза в полугодие", "ru", (), "semiannual"),
        ("қажеттілігіне қарай, бірақ жарты жылда кемінде 1 рет", "kk", (), "semiannual"),
        ("тоқсанына кемінде бір рет", "kk", (), "quarterly"),
        ("жарты жылда бір рет, 10 қаңтарға және 10 шілдеге", "kk", ("--01-10", "--07-10"), "semiannual"),
        ("в июне и декабре 2026 года", "ru", ("2026-06", "2026-12"), None),
    ],
)
def test_so_many_times_a_year(text: str, lang: str, due: tuple[str, ...], recurrence: str | None) -> None:
    period = parse_period(text, lang)
    assert period is not None
    assert (period.due, period.recurrence) == (due, recurrence)


@pytest.mark.parametrize(
    ("text", "lang", "due", "recurrence"),
    [
        ("до 01.09.2026 г.", "ru", ("2026-09-01",), None),
        ("30.06.2027", "ru", ("2027-06-30",), None),
        ("с 01.09.2026 по 31.12.2026 г.", "ru", ("2026-09-01/2026-12-31",), None),
        ("31.12.2026 жылға дейін", "kk", ("2026-12-31",), None),
        ("ежеквартально, до 10 числа", "ru", (), "quarterly"),
        ("не реже одного раза в полугодие", "ru", (), "semiannual"),
        ("жыл бойы", "kk", (), None),
    ],
)
def test_days_in_figures_and_days_of_any_month(
    text: str, lang: str, due: tuple[str, ...], recurrence: str | None
) -> None:
    period = parse_period(text, lang)
    assert period is not None
    assert (period.due, period.recurrence) == (due, recurrence)


def test_a_day_in_figures_is_due_in_prose_only_behind_a_word_that_says_so() -> None:
    assert [piece.due for piece in find_periods("представить до 01.09.2026 г. отчет", "ru")] == [("2026-09-01",)]
    assert find_periods("в редакции от 23.09.2022 года", "ru") == ()
    assert parse_period("31.02.2026 г.", "ru") is None


@pytest.mark.parametrize(
    ("text", "lang", "due"),
    [
        ("до 1 июня – до 1 июня", "ru", ("2031-06-01",)),
        ("1 маусымға дейін – 1 шілдеге дейін", "kk", ("2031-06-01/2031-07-01",)),
        ("02.05.2031 – по 20.05.2031", "ru", ("2031-05-02/2031-05-20",)),
    ],
)
def test_both_ends_of_a_time_in_the_year_of_the_plan(text: str, lang: str, due: tuple[str, ...]) -> None:
    found = parse_period(text, lang, frame=YearFrame(2031, 2031))
    assert found is not None
    assert found.due == due


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("до проведения конкурса", "ru"),
        ("с последующими корректировками", "ru"),
        ("раз в 5 месяцев", "ru"),
        ("2032 г. 1 квартал – 2031 г.", "ru"),
    ],
)
def test_a_remark_alone_and_what_does_not_fit_are_no_time(text: str, lang: str) -> None:
    assert parse_period(text, lang) is None


@pytest.mark.parametrize(
    ("text", "lang", "due", "recurrence"),
    [
        ("17.11.–28.11.2031", "ru", ("2031-11-17/2031-11-28",), None),
        ("с 17.11 по 28.11.2031 г.", "ru", ("2031-11-17/2031-11-28",), None),
        ("17.11-28.11.2031 ж.", "kk", ("2031-11-17/2031-11-28",), None),
        ("II декада мая 2031 года", "ru", ("2031-05-11/2031-05-20",), None),
        ("3-я декада февраля 2031 года", "ru", ("2031-02-21/2031-02-28",), None),
        ("2031 жылғы мамырдың екінші онкүндігі", "kk", ("2031-05-11/2031-05-20",), None),
        ("в первой половине 2031 года", "ru", ("2031-H1",), None),
        ("2031 жылдың бірінші жартысында", "kk", ("2031-H1",), None),
        ("первая половина мая 2031 года", "ru", ("2031-05",), None),
        ("конец 2031 года", "ru", ("2031-12",), None),
        ("2031 г. (далее ежегодно)", "ru", ("2031",), "annual"),
        ("2031 ж. (бұдан әрі жыл сайын)", "kk", ("2031",), "annual"),
        ("Начиная с мая 2031 года, ежеквартально", "ru", ("2031-05/..",), "quarterly"),
        ("2031 жылғы мамырдан бастап, тоқсан сайын", "kk", ("2031-05/..",), "quarterly"),
        ("По мере поступления заявок, ежемесячно", "ru", (), "monthly"),
        ("өтінімдердің түсуіне қарай, ай сайын", "kk", (), "monthly"),
        ("ежемесячно в течение 2031 года", "ru", ("2031",), "monthly"),
        ("2031 жыл ішінде ай сайын", "kk", ("2031",), "monthly"),
        ("разработка – 2031 год, мониторинг – ежегодно", "ru", ("2031",), None),
        ("последний четверг месяца", "ru", (), "monthly"),
        ("айдың соңғы бейсенбісі", "kk", (), "monthly"),
        ("ежеквартально к 25 числу последнего месяца квартала", "ru", (), "quarterly"),
        ("согласно графику", "ru", (), None),
        ("по отдельному плану", "ru", (), None),
        ("жеке жоспар бойынша", "kk", (), None),
    ],
)
def test_times_as_schools_and_regions_write_them(
    text: str, lang: str, due: tuple[str, ...], recurrence: str | None
) -> None:
    found = parse_period(text, lang)
    assert found is not None
    assert (found.due, found.recurrence) == (due, recurrence)


@pytest.mark.parametrize(
    ("text", "lang", "recurrence"),
    [
        ("Ежегодно при составлении сметы", "ru", "annual"),
        ("ежеквартально по факту поливки", "ru", "quarterly"),
        ("Жыл сайын бақ отырғызу кезінде", "kk", "annual"),
    ],
)
def test_how_often_is_known_whatever_the_occasion(text: str, lang: str, recurrence: str) -> None:
    assert parse_period(text, lang) is None
    found = parse_known_part(text, lang)
    assert found is not None
    assert (found.due, found.recurrence) == ((), recurrence)


@pytest.mark.parametrize("text", ["Ежегодно, кроме високосного", "ежегодно или по факту", "ежегодно 12 садов до мая"])
def test_how_often_is_not_known_where_something_else_is_told(text: str) -> None:
    assert parse_known_part(text, "ru") is None


@pytest.mark.parametrize("text", ["28.11–17.11.2031", "4-я декада мая 2031 года", "31.11-05.12.2031"])
def test_ranges_that_the_calendar_has_not_are_no_time(text: str) -> None:
    assert parse_period(text, "ru") is None


@pytest.mark.parametrize(
    ("ru", "kk", "due"),
    [
        ("II четверть", "оқу жылының ІІ тоқсаны", ("--11/--12",)),
        ("3-я четверть", "оқу жылының 3-тоқсаны", ("--01/--03",)),
        ("четвертая четверть", "оқу жылының төртінші тоқсаны", ("--04/--05",)),
    ],
)
def test_terms_of_a_school_year(ru: str, kk: str, due: tuple[str, ...]) -> None:
    school_year = YearFrame(2031, 2032)
    for text, lang in ((ru, "ru"), (kk, "kk")):
        found = parse_period(text, lang, yearless=True)
        assert found is not None
        assert found.due == due
        framed = parse_period(text, lang, frame=school_year)
        assert framed is not None
        assert framed.due[0][:4] == ("2031" if due[0] > "--08" else "2032")


@pytest.mark.parametrize(
    ("text", "due", "recurrence"),
    [
        ("I – II четверти", ("--09/--12",), None),
        ("II-IV четверти", ("--11/--05",), None),
        ("I, III четверти", ("--09/--10", "--01/--03"), None),
        ("в конце каждой четверти", (), "quarterly"),
        ("по итогам четверти", (), "quarterly"),
    ],
)
def test_several_terms(text: str, due: tuple[str, ...], recurrence: str | None) -> None:
    found = parse_period(text, "ru", yearless=True)
    assert found is not None
    assert (found.due, found.recurrence) == (due, recurrence)


@pytest.mark.parametrize(
    ("text", "lang", "terms", "due"),
    [
        ("I полугодие", "ru", False, ("2031-09/2031-12",)),
        ("2 полугодие", "ru", False, ("2032-01/2032-05",)),
        ("2-жартыжылдық", "kk", True, ("2032-01/2032-05",)),
        ("II тоқсан", "kk", True, ("2031-11/2031-12",)),
        ("ІІ–ІІІ тоқсандар", "kk", True, ("2031-11/2032-03",)),
        ("IV квартал", "ru", False, ("2031-Q4",)),
        ("II квартал", "ru", False, ("2032-Q2",)),
        ("1 полугодие 2032 года", "ru", False, ("2032-H1",)),
    ],
)
def test_halves_and_terms_of_the_school_year_that_a_plan_is_for(
    text: str, lang: str, terms: bool, due: tuple[str, ...]
) -> None:
    found = parse_period(text, lang, frame=YearFrame(2031, 2032, of_terms=terms))
    assert found is not None
    assert found.due == due


@pytest.mark.parametrize(
    ("text", "lang", "due"),
    [
        ("ІІ–Ш кварталы", "ru", ("2031-Q2/2031-Q3",)),
        ("П, Ш кварталы 2031 года", "ru", ("2031-Q2", "2031-Q3")),
        ("ІУ квартал", "ru", ("2031-Q4",)),
        ("П полугодие", "ru", ("2031-H2",)),
        ("Ш тоқсан", "kk", ("2031-Q3",)),
    ],
)
def test_roman_numbers_typed_with_russian_letters(text: str, lang: str, due: tuple[str, ...]) -> None:
    found = parse_period(text, lang, frame=YearFrame(2031, 2031))
    assert found is not None
    assert found.due == due


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Осенью 2031 года в сентябре, до 10 роз высажены", "ru"),
        ("2031 жылы қыркүйекте 14-23 раушан отырғызылды", "kk"),
    ],
)
def test_figures_behind_a_month_in_prose_are_no_days(text: str, lang: str) -> None:
    assert not any("-10" in due or "-14" in due for piece in find_periods(text, lang) for due in piece.due)


@pytest.mark.parametrize("text", ["У квартал", "ПП квартал", "П. 3 плана", "Школа, квартал 5"])
def test_other_letters_are_no_roman_numbers(text: str) -> None:
    assert parse_period(text, "ru", frame=YearFrame(2031, 2031)) is None


def test_a_fifth_term_is_none() -> None:
    assert parse_period("5 четверть", "ru", yearless=True) is None


@pytest.mark.parametrize(
    ("lang", "lines", "pieces"),
    [
        ("ru", ("2031 год", "IV квартал 2032 года", "май 2033 года"), [("2031",), ("2032-Q4",), ("2033-05",)]),
        ("ru", ("март 2031 года", "ежегодно, к 20 декабря"), [("2031-03",), ("--12-20",)]),
        ("kk", ("2031 жылғы мамыр", "тоқсан сайын"), [("2031-05",), ()]),
        ("ru", ("2031 год", "IV квартал"), None),
        ("ru", ("в течение", "2031 года"), None),
        ("ru", ("май 2031 года",), None),
    ],
)
def test_stages_stand_on_lines_of_their_own(
    lang: str, lines: tuple[str, ...], pieces: list[tuple[str, ...]] | None
) -> None:
    period = parse_period_of_stages(lines, lang)
    assert (period and [piece.due for piece in period.pieces]) == pieces
    if period:
        assert [" ".join(lines)[piece.start : piece.end] for piece in period.pieces] == list(lines)
