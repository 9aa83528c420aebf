"""What everyday Russian papers lay on whom: checklists, codes, pledges, requests, resolutions, agreements; all invented."""

from __future__ import annotations

import pytest
from read_acts import duties_of

REQUIRED, BANNED, ALLOWED, ADVISED, PROMISED = (
    "requirement",
    "prohibition",
    "permission",
    "recommendation",
    "commitment",
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "Чек-лист мастера перед сезоном\n\n- [ ] Проверить теплицы\n- [x] Полить розы\n",
            [(REQUIRED, "мастера", "Проверить теплицы"), (REQUIRED, "мастера", "Полить розы")],
            id="a checklist is of whom its title names, its boxes are marks",
        ),
        pytest.param(
            "Этический кодекс садовника\n\nНедопустимо рвать розы.\n\nСледует беречь розы.\n",
            [(BANNED, "садовника", "рвать розы"), (REQUIRED, "садовника", "беречь розы")],
            id="a code is of whom its title names",
        ),
        pytest.param(
            "Кодекс этики школы\n\nНедопустимо рвать розы.\n",
            [(BANNED, None, "рвать розы")],
            id="but not of a body",
        ),
        pytest.param(
            "ПАМЯТКА ДЛЯ УЧАЩИХСЯ\n\nНе бегай по теплице. При пожаре звони 101.\n\nЗапрещается рвать розы.\n",
            [
                (BANNED, "УЧАЩИХСЯ", "Не бегай по теплице"),
                (REQUIRED, "УЧАЩИХСЯ", "При пожаре звони 101"),
                (BANNED, "УЧАЩИХСЯ", "рвать розы"),
            ],
            id="a memo commands one, and bans",
        ),
        pytest.param(
            "ПАМЯТКА\n\nУважаемые мастера! Полейте розы.\n",
            [(REQUIRED, "мастера", "Полейте розы")],
            id="a greeting before a sentence",
        ),
        pytest.param(
            "РАСПИСКА\n\nЯ, мастер сада Липов Антон, обязуюсь вернуть лейки.\n\nМы обязуемся полить розы.\n",
            [(PROMISED, "Я, мастер сада Липов Антон", "вернуть лейки"), (PROMISED, "Мы", "полить розы")],
            id="who pledges of himself",
        ),
        pytest.param(
            "ОБЪЯВЛЕНИЕ\n\nУбедительная просьба к мастерам: закрыть окна.\n\nОт гостей требуется беречь розы.\n\n"
            "Посадка роз от мастеров не требуется.\n\nСправка от врача не требуется.\n",
            [
                (ADVISED, "мастерам", "закрыть окна"),
                (REQUIRED, "гостей", "беречь розы"),
                (ALLOWED, "мастеров", "Посадка роз"),
                (ALLOWED, None, "Справка от врача"),
            ],
            id="of whom something is asked",
        ),
        pytest.param(
            "Резолюция\n\nЛипову А.К. — проверить и доложить до 5 мая.\n",
            [(REQUIRED, "Липову А.К.", "проверить"), (REQUIRED, "Липову А.К.", "доложить")],
            id="to report is a deed of its own",
        ),
        pytest.param(
            "Коллективный договор\n\n1.9. Стороны договорились ежегодно обновлять сад.\n\n"
            "6.3. Работодатель выплачивает премию.\n",
            [(PROMISED, "Стороны", "обновлять сад"), (REQUIRED, "Работодатель", "выплачивает премию")],
            id="an agreement of another name",
        ),
        pytest.param(
            "ПРИКАЗ\nО саде\n\n2. Запретить въезд машин.\n\n3. Разрешаю мастерам работать в субботу.\n",
            [(BANNED, None, "Запретить въезд машин"), (ALLOWED, "мастерам", "работать в субботу")],
            id="an order that lost its head",
        ),
        pytest.param(
            "План полива\n\n1. Рекомендовать школам открыть сады.\n\n2. Запретить продажу роз.\n",
            [(ADVISED, "школам", "открыть сады"), (BANNED, None, "Запретить продажу роз")],
            id="what a plan advises and bans",
        ),
        pytest.param(
            "ПРОТОКОЛ собрания мастеров\n\nРЕШИЛИ:\n1) купить лейки (садовый комитет, до каникул).\n",
            [(REQUIRED, "садовый комитет", "купить лейки")],
            id="a term by an event beside who does it",
        ),
        pytest.param(
            "Порядок ведения сада\n\nПланы мастеров утверждает учёный секретарь.\n",
            [(REQUIRED, "учёный секретарь", "Планы мастеров утверждает")],
            id="a doer whose attribute may be a person",
        ),
        pytest.param(
            "Правила сада\n\nПосле отбоя включать свет нельзя.\n",
            [(BANNED, None, "включать свет")],
            id="what is banned stands behind its time",
        ),
    ],
)
def test_everyday_papers_lay_down(text: str, told: list[tuple[str, str | None, str]]) -> None:
    assert duties_of(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Анкета\n\nДолжен ли, по вашему мнению, мастер поливать розы?\n",
        "Правила сада\n\nКак часто мастер должен поливать розы?\n",
        "Правила сада\n\nЧто нельзя делать в саду?\n",
        "ОБЪЯВЛЕНИЕ\n\nЗдесь вы научитесь поливать розы и получите значок.\n",
        "Правила сада\n\nМастера вели учет роз.\n",
    ],
)
def test_questions_and_promises_of_gain_lay_nothing_down(text: str) -> None:
    assert duties_of(text) == []


def test_a_question_below_a_command_is_what_is_done() -> None:
    told = duties_of("Памятка мастерам\n\nПроверьте:\n\n1) закрыты ли окна?\n\n2) политы ли розы?\n")
    assert [bearer for _, bearer, _ in told] == ["мастерам", "мастерам"]
