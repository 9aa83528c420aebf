"""Cells of completion forms."""

from __future__ import annotations

import pytest

from extract.values.forms import parse_completion_forms

LAW = 'внесение изменений в приказ Министра от 3 мая 2022 года № 7 "Об утверждении правил, форм, стандартов"'


@pytest.mark.parametrize(
    ("paragraphs", "lang", "expected"),
    [
        (["отчет в МП"], "ru", [("отчет в МП", "report", "МП")]),
        (
            ["отчет в МП, договоры, меморандумы"],
            "ru",
            [("отчет в МП", "report", "МП"), ("договоры", "agreement", None), ("меморандумы", "agreement", None)],
        ),
        (["дорожная карта", "отчет в МП"], "ru", [("дорожная карта", "plan", None), ("отчет в МП", "report", "МП")]),
        (
            ["предложения", "в Аппарат Правительства"],
            "ru",
            [("предложения в Аппарат Правительства", "proposal", "Аппарат Правительства")],
        ),
        (
            [LAW + ",", "рекомендации"],
            "ru",
            [(LAW, "legal-act", None), ("рекомендации", "methodological-material", None)],
        ),
        (
            ["база заданий – сборников, учебников и пособий, роликов"],
            "ru",
            [("база заданий – сборников, учебников и пособий, роликов", "product", None)],
        ),
        (["проект Закона Республики Казахстан"], "ru", [("проект Закона Республики Казахстан", "law-draft", None)]),
        (["модуль в НОБД"], "ru", [("модуль в НОБД", "product", None)]),
        (["1. Закон", "2. приказ"], "ru", [("Закон", "legal-act", None), ("приказ", "legal-act", None)]),
        (["нечто небывалое"], "ru", [("нечто небывалое", None, None)]),
        (["БҒМ-ға ақпарат"], "kk", [("БҒМ-ға ақпарат", "information", "БҒМ")]),
        (["БҒМ-ға", "ақпарат"], "kk", [("БҒМ-ға ақпарат", "information", "БҒМ")]),
        (["Үкіметке ұсыныс"], "kk", [("Үкіметке ұсыныс", "proposal", "Үкімет")]),
        (["ҚР Үкіметіне ақпарат"], "kk", [("ҚР Үкіметіне ақпарат", "information", "ҚР Үкіметі")]),
        (["Үкімет", "қаулысы"], "kk", [("Үкімет қаулысы", "legal-act", None)]),
        (["бағдарлама", "БҒМ-ға есеп"], "kk", [("бағдарлама", "programme", None), ("БҒМ-ға есеп", "report", "БҒМ")]),
        (["шарттар, меморандумдар"], "kk", [("шарттар", "agreement", None), ("меморандумдар", "agreement", None)]),
        (['бірлескен бұйрық "Бақ"'], "kk", [('бірлескен бұйрық "Бақ"', "legal-act", None)]),
        (
            ["Еңбек миніне, Қаржыминіне ұсыныстар"],
            "kk",
            [("Еңбек миніне, Қаржыминіне ұсыныстар", "proposal", "Еңбек мині")],
        ),
        (
            ["тапсырмалар – жинақтар, оқулықтар базасы"],
            "kk",
            [("тапсырмалар – жинақтар, оқулықтар базасы", "product", None)],
        ),
        (["", "  "], "ru", []),
        ([], "kk", []),
    ],
)
def test_forms(paragraphs: list[str], lang: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert [(form.text, form.kind, form.recipient) for form in parse_completion_forms(paragraphs, lang)] == expected


@pytest.mark.parametrize(
    ("paragraphs", "lang", "note"),
    [
        (["отчет в МП", "ежегодно не менее 90 садов"], "ru", "ежегодно не менее 90 садов"),
        (["ОМ-ге есеп", "жыл сайын кемінде 90 бақ"], "kk", "жыл сайын кемінде 90 бақ"),
    ],
)
def test_a_quantity_is_a_note(paragraphs: list[str], lang: str, note: str) -> None:
    (form,) = parse_completion_forms(paragraphs, lang)
    assert (form.text, form.note) == (paragraphs[0], note)


def test_offsets_are_those_of_the_joined_paragraphs() -> None:
    paragraphs = ["дорожная карта,", "отчет в МП"]
    whole = " ".join(paragraphs)
    assert [whole[f.start : f.end] for f in parse_completion_forms(paragraphs, "ru")] == [
        "дорожная карта",
        "отчет в МП",
    ]
