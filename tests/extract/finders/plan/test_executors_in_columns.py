"""Those who answer in two columns, and whose money it is in a column of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from kzedu_graph.model.extraction import Extraction
from tests.html_plans import HEAD, down, read

WORDS = {
    "ru": {
        "titles": ("№", "Мероприятие", "Срок"),
        "over": "Исполнители",
        "names": ("Посадить сады", "Полить сады"),
        "due": ("май 2031 года", "июнь 2031 года"),
        "who": ("МСХ", "МНВО, МП (по согласованию)", "МП", "-"),
        "money": ("Источник средств", "Сумма, тыс. тенге", "Ответственный"),
        "sources": ("РБ", "МБ"),
        "years": ("2031 год", "2032 год"),
    },
    "kk": {
        "titles": ("№", "Іс-шара", "Мерзімі"),
        "over": "Орындаушылар",
        "names": ("Бақ отырғызу", "Бақты суару"),
        "due": ("2031 жылғы мамыр", "2031 жылғы маусым"),
        "who": ("АШМ", "ҒЖБМ, ОАМ (келісім бойынша)", "ОАМ", "-"),
        "money": ("Қаржы көзі", "Қажетті қаражат, мың теңге", "Жауапты"),
        "sources": ("РБ", "ЖБ"),
        "years": ("2031 жыл", "2032 жыл"),
    },
}
LANGS = pytest.mark.parametrize("lang", ["ru", "kk"])


def parties(found: Extraction) -> list[list[tuple[str, bool]]]:
    return [[(party.text, party.by_agreement) for party in measure.responsible] for measure in found.measures]


@pytest.mark.parametrize(
    ("lang", "beneath", "order"),
    [
        ("ru", ("основной", "соисполнитель"), (0, 1)),
        ("ru", ("соисполнители", "ответственный исполнитель"), (1, 0)),
        ("ru", ("республиканские органы", "местные органы"), (0, 1)),
        ("kk", ("негізгі", "қосалқы"), (0, 1)),
        ("kk", ("қоса орындаушылар", "жауапты орындаушы"), (1, 0)),
        ("kk", ("негізгі орындаушы", "бірлесіп орындаушылар"), (0, 1)),
    ],
)
@pytest.mark.parametrize("common", [True, False])
def test_both_columns_answer_who_leads_first(
    lang: str, beneath: tuple[str, str], order: tuple[int, int], common: bool, tmp_path: Path
) -> None:
    """Beneath a common title or with titles that say so themselves; a dash names nobody."""
    told = WORDS[lang]
    if not common and beneath[0] in ("основной", "республиканские органы", "негізгі"):
        pytest.skip("such a title says nothing alone")
    titles = [[*down(*told["titles"]), (told["over"], 2)], beneath] if common else [[*told["titles"], *beneath]]
    who = [told["who"][:2], told["who"][2:]]
    rows = [
        [str(n), name, told["due"][n - 1], *(who[n - 1][at] for at in order)] for n, name in enumerate(told["names"], 1)
    ]
    first, second = parties(read([[*titles, *rows]], tmp_path, HEAD[lang]))
    lead, others = told["who"][0], told["who"][1].partition(" (")[0].split(", ")
    assert first == [(lead, False), (others[0], False), (others[1], True)]
    assert second == [(told["who"][2], False)]


@pytest.mark.parametrize(
    ("lang", "none"),
    [("ru", "не требуется"), ("ru", "Без финансирования"), ("ru", "не требует финансирования"), ("kk", "талап етілмейді"), ("kk", "қаражат талап етілмейді")],
)  # fmt: skip
def test_each_amount_has_the_source_beside_it(lang: str, none: str, tmp_path: Path) -> None:
    told = WORDS[lang]
    source, money, who = told["money"]
    head = [*down(*told["titles"], who, source), (money, 2)]
    one, two = told["sources"]
    rows = [
        [*down("1", told["names"][0], told["due"][0], told["who"][0]), one, "1000", "2000"],
        [two, "100", ""],
        ["2", told["names"][1], told["due"][1], told["who"][2], none, "", ""],
    ]
    first, second = read([[head, told["years"], *rows]], tmp_path, HEAD[lang]).measures
    assert [(one.year, one.source, one.amount) for one in first.funding or ()] == [
        (2031, one, 1.0),
        (2032, one, 2.0),
        (2031, two, 0.1),
    ]
    assert first.sources == (one, two)
    assert (second.funding, second.sources, second.funding_note) == (None, (), none)
