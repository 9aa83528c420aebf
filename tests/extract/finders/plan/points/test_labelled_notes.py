"""Notes of points whose parts have labels: by when, who, for what money, with what proof."""

from __future__ import annotations

from pathlib import Path

import pytest
from read_files import read_text

MONEY_RU = """План ухода за садами на 2031 год

1. Посадить липы.
   Срок: I квартал 2031 г..
   Ответственные: Отдел садов.
   Соисполнители: ТОО «Липа» (по согласованию).
   Объем финансирования: 18,5 млн тенге.
   Источник: районный бюджет.
   Форма завершения: акт.

2. Полить липы.
   Срок: еженедельно.
   Ответственные: Отдел садов.
   Сумма: 40.
"""


MONEY_KK = """2031 жылға арналған бақ күтімі жоспары

1. Жөке отырғызу.
   Мерзімі: 2031 жылғы мамыр.
   Жауаптылар: Бақ бөлімі.
   Қоса орындаушылар: «Жөке» ЖШС.
   Қаржыландыру көлемі: 900 мың теңге.
   Қаржыландыру көзі: жергілікті бюджет.
   Аяқталу нысаны: акт.

2. Жөке суару.
   Мерзімі: тоқсан сайын.
   Жауаптылар: Бақ бөлімі.
   Қаржыландыру: талап етілмейді.
"""


@pytest.mark.parametrize(
    ("text", "amount", "source"), [(MONEY_RU, 18.5, "районный бюджет"), (MONEY_KK, 0.9, "жергілікті бюджет")]
)
def test_labelled_lines_tell_money_proofs_and_others_who_act(
    text: str, amount: float, source: str, tmp_path: Path
) -> None:
    first, second = read_text(tmp_path, text, "plan.txt").measures
    assert [(one.amount, one.source) for one in first.funding or ()] == [(amount, None)]
    assert (first.sources, [one.text for one in first.completion_form]) == ((source,), ["акт"])
    assert len(first.responsible) == 2
    assert second.funding is None
    assert second.funding_note in ("40", "талап етілмейді")
    assert first.deadline_text in ("I квартал 2031 г.", "2031 жылғы мамыр")


@pytest.mark.parametrize(
    "points",
    [
        "1. Посадить липы. Срок: май 2031 года. Ответственные: отдел садов.\n\n"
        "2. Полить липы (срок: июнь 2031 года; ответственные: отдел садов).",
        "1. Посадить липы.\n   - **Срок:** май 2031 года\n   - **Ответственные:** отдел садов\n\n"
        "2. Полить липы.\n   - **Срок:** июнь 2031 года\n   - **Ответственные:** отдел садов",
    ],
)
def test_labels_behind_the_words_of_a_point_or_in_a_list_beneath(points: str, tmp_path: Path) -> None:
    found = read_text(tmp_path, f"# План ухода за садами на 2031 год\n\n{points}\n").measures
    assert [(one.number, one.name.strip("."), one.deadline_text) for one in found] == [
        ("1", "Посадить липы", "май 2031 года"),
        ("2", "Полить липы", "июнь 2031 года"),
    ]
    assert [[party.text for party in one.responsible] for one in found] == [["отдел садов"]] * 2


@pytest.mark.parametrize(
    ("text", "ending"),
    [
        (
            "ПЛАН ухода за садами на 2031 год\n\n1. Посадить липы\n   Срок – май 2031 года\n   Ответственный – садовник\n\n"
            "2. Полить липы\n   Срок – июнь 2031 года\n   Ответственный – садовник\n",
            "txt",
        ),
        (
            "# План ухода за садами на 2031 год\n\n### Мероприятие 1. Посадить липы\n**Срок:** май 2031 года\n"
            "**Ответственный:** садовник\n\n### Мероприятие 2. Полить липы\n**Срок:** июнь 2031 года\n**Ответственный:** садовник\n",
            "md",
        ),
    ],
)
def test_points_that_are_headings(text: str, ending: str, tmp_path: Path) -> None:
    found = read_text(tmp_path, text, f"plan.{ending}").measures
    assert [(one.number, one.name, one.deadline_text) for one in found] == [
        ("1", "Посадить липы", "май 2031 года"),
        ("2", "Полить липы", "июнь 2031 года"),
    ]
