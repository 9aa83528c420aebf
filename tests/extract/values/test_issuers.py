"""Bodies that the registry does not have: one key from the words of either language, another for another body."""

from __future__ import annotations

import pytest

from extract.values.issuers import key_of_issuer, office_of

SAME = [
    ("акимата области Самал", "Самал облысы әкімдігінің", "akimat-region-sml"),
    ("акима города Самал", "Самал қаласы әкімінің", "akim-city-sml"),
    ("Самалского городского маслихата", "Самал қалалық мәслихатының", "city-maslikhat-sml"),
    ("Тораңғылинского района акимата", "Тораңғылы ауданы әкімдігінің", "akimat-district-trngl"),
    (
        "Абайского районного маслихата Карагандинской области",
        "Қарағанды облысы Абай аудандық мәслихатының",
        "ab-district-krgnd-maslikhat-region",
    ),
    (
        "Восточно-Казахстанского областного маслихата",
        "Шығыс Қазақстан облыстық мәслихатының",
        "east-kzkstn-maslikhat-region",
    ),
    ("и.о. акима Актюбинской области", "Ақтөбе облысы әкімінің м.а.", "akim-aktb-region"),
    (
        "акима сельского округа Самал Кызылординской области Республики Казахстан",
        "Қазақстан Республикасының Қызылорда облысы Самал ауылдық округі әкімінің",
        "akim-circuit-kzlrd-region-sml-village",
    ),
]


@pytest.mark.parametrize(("russian", "kazakh", "key"), SAME)
def test_both_languages_call_a_body_alike(russian: str, kazakh: str, key: str) -> None:
    assert key_of_issuer(russian, "ru", alone=True) == key
    assert key_of_issuer(kazakh, "kk", alone=True) == key


@pytest.mark.parametrize("pair", [("области Самал", "области Тарбак"), ("области Самал", "города Самал"),
                                  ("Алтайского района", "Улытауского района")])  # fmt: skip
def test_two_places_have_two_keys(pair: tuple[str, str]) -> None:
    one, other = (key_of_issuer(f"акимата {place}", "ru", alone=True) for place in pair)
    assert one
    assert other
    assert one != other


def test_words_around_a_local_body_are_left_out_where_it_does_not_stand_alone() -> None:
    told = "внесены изменения решением Самалского городского маслихата"
    assert key_of_issuer(told, "ru", alone=False) == "city-maslikhat-sml"
    assert key_of_issuer("приказом Министра досуга", "ru", alone=False) is None


@pytest.mark.parametrize("written", ["", "Правовая система Вход", "ПРАВИТЕЛЬСТВО РЕСПУБЛИКИ КАЗАХСТАН"])
def test_where_no_body_is_named_there_is_no_key(written: str) -> None:
    assert key_of_issuer(written, "ru", alone=True) is None


def test_a_long_name_is_a_digest() -> None:
    name = "Председателя правления некоммерческого общества Международный университет чтения, письма и счёта"
    key = key_of_issuer(name, "ru", alone=True)
    assert key
    assert len(key) == 12
    assert key != key_of_issuer(name.replace("счёта", "пения"), "ru", alone=True)


@pytest.mark.parametrize(
    ("lang", "written", "first"),
    [
        ("ru", "Министра досуга и Министра полей", "Министра досуга"),
        ("ru", "Министра досуга и отдыха, и.о. Министра полей и лугов", "Министра досуга и отдыха"),
        ("ru", "Министра труда и защиты населения", "Министра труда и защиты населения"),
        ("ru", "акимата и маслихата области Самал", "акимата"),
        ("kk", "Бос уақыт министрінің және Егіс министрінің", "Бос уақыт министрінің"),
        ("kk", "Бос уақыт министрі мен Егіс министрінің", "Бос уақыт министрі"),
        ("kk", "Еңбек және халықты қорғау министрінің", "Еңбек және халықты қорғау министрінің"),
    ],
)
def test_of_several_issuers_the_first_is_the_acts(lang: str, written: str, first: str) -> None:
    assert office_of(written, lang) == first


def test_a_chief_of_a_chancellery_is_an_issuer_of_its_own() -> None:
    names = ("Начальника Канцелярии Сада", "ru"), ("Сад Кеңсесі Бастығының", "kk")
    assert len({key_of_issuer(name, lang, alone=True) for name, lang in names}) == 1
