"""Whole acts, invented: who must do what, within what time, and what is no duty at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.flow import extract_file
from kzedu_graph.registry.resolving import Registry

ACTS = Path(__file__).parent / "acts"
ORDER_RU = [
    ("requirement", "Комитету школьного садоводства Министерства просвещения Республики Казахстан (Липова А.Б.) совместно с акционерным обществом «Сад»", "в двухнедельный срок со дня подписания настоящего приказа утвердить график посадок", "утвердить график посадок", "график посадок"),
    ("recommendation", "акимам областей, городов Астаны, Алматы и Шымкента", "Рекомендовать рассмотреть вопрос выделения земли", "рассмотреть вопрос выделения земли", "вопрос выделения земли"),
    ("requirement", "директоров школ", "Обязать ежегодно, до 1 июня, отчитываться о посадках", "отчитываться о посадках", None),
    ("requirement", "Отделу теплиц", "обеспечить: поставку саженцев до 1 апреля 2032 года", "обеспечить поставку саженцев", "поставку саженцев"),
    ("requirement", "Отделу теплиц", "обеспечить: осмотр теплиц", "обеспечить осмотр теплиц", "осмотр теплиц"),
    ("requirement", "курирующего вице-министра просвещения Республики Казахстан", "Контроль за исполнением настоящего приказа возложить", None, None),
]  # fmt: skip
RULES_RU = [
    ("requirement", "Заведующий оранжереей", None, None, None),
    ("permission", "Заведующий", "вправе привлекать учащихся к поливу", "привлекать учащихся к поливу", "учащихся"),
    ("prohibition", "Учащимся", None, "входить в оранжерею без учителя", None),
    ("prohibition", "Дежурный учитель", "не может покидать оранжерею", "покидать оранжерею", "оранжерею"),
    ("requirement", "Комиссия", "в течение трех рабочих дней после осмотра уведомляет заявителя", "уведомляет заявителя", "заявителя"),
]  # fmt: skip
ORDER_KK = [
    ("requirement", "Бақ департаменті", "осы бұйрықты мемлекеттік тіркеуді қамтамасыз етсін", None, None),
    ("requirement", "Бақ департаменті", "осы бұйрықты сайтта орналастыруды қамтамасыз етсін", None, None),
    ("recommendation", "Облыстардың әкімдіктеріне", "жер бөлу мәселесін қарау ұсынылсын", None, None),
    ("requirement", "Мектеп басшылары", "жыл сайын 1 маусымға дейін есеп берсін", "есеп берсін", None),
    ("requirement", "жетекшілік ететін вице-министрге", None, None, None),
    ("permission", "Меңгеруші", "оқушыларды суаруға тарта алады", None, None),
    ("prohibition", "Оқушыларға", "жылыжайға мұғалімсіз кіруге тыйым салынады", None, None),
    ("requirement", "Комиссия", "өтінімді алған күннен бастап үш жұмыс күні ішінде қарайды", None, None),
]


@pytest.mark.parametrize(
    ("name", "wanted"),
    [("order.ru", ORDER_RU), ("rules.ru", RULES_RU), ("order.kk", ORDER_KK)],
    ids=lambda v: str(v)[:8],
)
def test_an_act_gives_its_duties_and_no_others(name: str, wanted: list[tuple[str | None, ...]]) -> None:
    """A None among the wanted values is not looked at."""
    found = extract_file(ACTS / f"{name}.txt", Registry.load()).provisions
    assert [(one.modality, one.bearer_text) for one in found] == [(row[0], row[1]) for row in wanted]
    for one, row in zip(found, wanted, strict=True):
        told = (one.action, one.deed, one.object)
        assert [got for got, want in zip(told, row[2:], strict=True) if want] == [want for want in row[2:] if want]


def test_the_terms_of_an_act() -> None:
    found = {one.bearer_text: one for one in extract_file(ACTS / "rules.ru.txt", Registry.load()).provisions}
    told = found["Комиссия"]
    assert (told.within, told.within_unit, told.within_from) == ("P3D", "working", "после осмотра")
    assert found["Дежурный учитель"].within is None
    order = extract_file(ACTS / "order.ru.txt", Registry.load()).provisions
    assert (order[0].within, order[0].within_from) == ("P2W", "со дня подписания настоящего приказа")
    assert (order[2].due, order[2].recurrence) == (("--06-01",), "annual")
