"""Whom a name means: spellings, legal forms, endings and slips of the pen count, and look-alikes are nobody."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzedu_graph.registry.resolving import Agency, Registry

REGISTRY = Registry.load()


@pytest.mark.parametrize(
    ("written", "lang", "key"),
    [
        # quotes of all kinds, missing, unbalanced, nested, with a space inside
        ('НАО "Talap"', "ru", "kz-talap"),
        ("НАО «Talap»", "ru", "kz-talap"),
        ("НАО “Talap", "ru", "kz-talap"),
        ("НАО Talap", "ru", "kz-talap"),
        ('" Talap" КеАҚ', "kk", "kz-talap"),
        ('АО "Национальная компания "Қазақстан темір жолы"', "ru", "kz-ktz"),
        ('"Кәсіпқор" холдингі КеАҚ"', "kk", "kz-kasipkor"),
        ('"Кәсіпқор"холдингі КеАҚ', "kk", "kz-kasipkor"),
        ('"Шетелдік инвесторлардың "Қазақстандық кеңесі" қауымдастығы', "kk", "kz-kfica"),
        # legal forms written out, shortened, left out, confused
        ("некоммерческое акционерное общество «Talap»", "ru", "kz-talap"),
        ("«Talap» коммерциялық емес акционерлік қоғамы", "kk", "kz-talap"),
        ("Talap", "ru", "kz-talap"),
        ('АО "Talap"', "ru", "kz-talap"),
        ('"Қаржы орталығы" акционерлік қоғамы', "kk", "kz-fincenter"),
        ("РГП на ПХВ «РНПЦЭСО»", "ru", "kz-rnpceso"),
        ('"РҒПБМСО" ШЖҚ РМК', "kk", "kz-rnpceso"),
        ('"Балаларды ерте дамыту институты" РММ', "kk", "kz-iecd"),
        ('ТОО "Казахстанский центр ГЧП"', "ru", "kz-ppp-centre"),
        ('"НЗМ" АҚ', "kk", "kz-nis"),
        ('"НЗМ" ДБҰ', "kk", "kz-nis"),
        ("НЗМ", "kk", "kz-nis-schools"),
        # no-break and soft spaces, initials, dashes, case
        ("НАО\u00a0имени\u00a0Ы.Алтынсарина", "ru", "kz-naoe"),
        ("Ы.Алтынсарин атындағы ҰБА", "kk", "kz-naoe"),
        ("Ы . Алтынсарин атындағы ҰБА", "kk", "kz-naoe"),
        ("ғылыми–зерттеу институттары", "kk", "kz-research-institutes"),
        ("МЕСТНЫЕ ИСПОЛНИТЕЛЬНЫЕ ОРГАНЫ", "ru", "kz-leb"),
        # split and fused abbreviations
        ("Еңбек мині", "kk", "kz-mlsp"),
        ("Еңбекмині", "kk", "kz-mlsp"),
        ("Қаржы мині", "kk", "kz-mof"),
        ("Ц Д И А Ө М", "kk", "kz-mddiai"),
        # look-alike letters: Latin M, O, I, i, schwa; Cyrillic A, P, E, C
        ("MO", "ru", "kz-mod"),
        ("IIМ", "kk", "kz-mia"),
        ("Қазақстан Республикасының Iшкi iстер министрлiгi", "kk", "kz-mia"),
        ("Қазақстан Республикасының Ақпарат жəне қоғамдық даму министрлігі", "kk", "kz-misd"),
        ('"АРЕС Petro Technic" жоғары колледжі', "kk", "kz-apec-college"),
        # the state before, behind, shortened, left out
        ("МОН РК", "ru", "kz-mes"),
        ("ҚР БҒМ", "kk", "kz-mes"),
        ("Министерство просвещения", "ru", "kz-moe"),
        ("Оқу-ағарту министрлігі", "kk", "kz-moe"),
        ("Қазақстан Республикасы Өнеркәсіп және құрылыс министрлігі", "kk", "kz-mic"),
        # a bracket behind the name
        ("World Association of Lesson Studies (WALS)", "en", "intl-wals"),
        # names of one language in a text of another
        ("NIS", "kk", "kz-nis"),
        ("Министерство просвещения Республики Казахстан", "kk", "kz-moe"),
        ("НАО им. Ы.Алтынсарина", "ru", "kz-naoe"),
        ("Ы. Алтынсарин ат. ҰБА", "kk", "kz-naoe"),
    ],
)
def test_a_spelling_means_the_body(written: str, lang: str, key: str) -> None:
    assert REGISTRY.resolve(written, lang).agency == key


@pytest.mark.parametrize(
    ("written", "lang", "key"),
    [
        ("ОМ-ге", "kk", "kz-moe"),
        ("БҒМ-ның", "kk", "kz-mes"),
        ("ЖОО-ларында", "kk", "kz-heis"),
        ("Еңбекминіне", "kk", "kz-mlsp"),
        ("Қаржыминімен", "kk", "kz-mof"),
        ("жергілікті атқарушы органдардың", "kk", "kz-leb"),
        ("Қазақстан Республикасының Қаржы министрлігіне", "kk", "kz-mof"),
        ('"Ғылым қоры" АҚ-ның', "kk", "kz-science-fund"),
        ("колледжде", "kk", "kz-tvet-orgs"),
        ("местными исполнительными органами", "ru", "kz-leb"),
        ("Министерством просвещения Республики Казахстан", "ru", "kz-moe"),
        ("Управлениям образования", "ru", "kz-edu-departments"),
        ("колледжами", "ru", "kz-tvet-orgs"),
        ("ПАВЛОДАР ОБЛЫСЫ ӘКІМДІГІНІҢ", "kk", "kz-pavlodar-akimat"),
        ("ҚАРЖЫ МИНИСТРЛІГІНЕ", "kk", "kz-mof"),
        ("УПРАВЛЕНИЕМ ОБРАЗОВАНИЯ ПАВЛОДАРСКОЙ ОБЛАСТИ", "ru", "kz-pavlodar-education-department"),
    ],
)
def test_an_inflected_name_means_the_body(written: str, lang: str, key: str) -> None:
    resolution = REGISTRY.resolve(written, lang)
    assert resolution.agency == key
    assert resolution.how in {"name", "abbreviation"}


@pytest.mark.parametrize(
    ("written", "lang"),
    [
        ("Государственным учреждением «Управление образования Костанайской области»", "ru"),
        ("коммунальному государственному учреждению «Управление образования Костанайской области»", "ru"),
        ("КГУ «Управление образования Костанайской области»", "ru"),
        ("«Қостанай облысының білім басқармасы» мемлекеттік мекемесіне", "kk"),
        ("«Қостанай облысының білім басқармасы» коммуналдық мемлекеттік мекемесі", "kk"),
        ("«Қостанай облысының білім басқармасы» ММ", "kk"),
    ],
)
def test_the_form_of_a_local_institution_is_no_part_of_its_name(written: str, lang: str) -> None:
    found = REGISTRY.resolve(written, lang)
    assert (found.agency, found.how) == ("kz-kostanay-education-department", "name")


@pytest.mark.parametrize(
    ("written", "lang", "key"),
    [
        ("Министерство нацинальной экономики Республики Казахстан", "ru", "kz-mne"),
        ("Мәдениет және спрт министрлігі", "kk", "kz-mcs"),
        ("МЦРИАЛ", "ru", "kz-mddiai"),
    ],
)
def test_a_slip_of_the_pen_is_told_from_a_name(written: str, lang: str, key: str) -> None:
    resolution = REGISTRY.resolve(written, lang)
    assert (resolution.agency, resolution.how) == (key, "close")


@pytest.mark.parametrize(
    ("written", "lang"),
    [
        ("ЖБО", "kk"),  # one letter from ЖАО and from ЖОО
        ("МКТ", "ru"),
        ("Министерство счастья", "ru"),
        ("жоба басқармасы", "kk"),
        ("Елбасы", "kk"),
        ("Реестр", "ru"),
        ("", "ru"),
        ('" "', "kk"),
    ],
)
def test_what_is_no_body_means_nobody(written: str, lang: str) -> None:
    assert REGISTRY.resolve(written, lang).agency is None


@pytest.mark.parametrize(
    ("written", "lang", "keys"),
    [
        ("ЦДИАӨМ ЭМ", "kk", ("kz-mddiai", "kz-moenergy")),
        ("ЦДИАӨМСИМ", "kk", ("kz-mddiai", "kz-mti")),
        ("ЭГТСМДСМ", "kk", ("kz-megnr", "kz-moh")),
        ("МПМЗ", "ru", ("kz-moe", "kz-moh")),
        ("Еңбек мині", "kk", ()),
        ("ҰБТ", "kk", ()),
    ],
)
def test_two_abbreviations_run_together(written: str, lang: str, keys: tuple[str, ...]) -> None:
    assert REGISTRY.run_together(written, lang) == keys


@given(st.text(max_size=80), st.sampled_from(("kk", "ru", "en")))
def test_any_text_has_an_answer(text: str, lang: str) -> None:
    resolution = REGISTRY.resolve(text, lang, date(2024, 6, 13), {"МО": text, text: "Министерство обороны"})
    assert (resolution.agency is None) == (resolution.how is None)
    assert resolution.agency is None or resolution.agency in resolution.candidates


@pytest.mark.parametrize(("second", "meant"), [("Школа садов тихой аббоу", None), ("Школа садов тихой абббу", "kz-a")])
def test_a_slip_of_the_pen_means_a_body_only_where_no_other_is_as_near(second: str, meant: str | None) -> None:
    names = {"kz-a": "Школа садов тихой алло", "kz-b": second}
    registry = Registry([Agency(key, "institution", {"ru": name}, {}) for key, name in names.items()], {})
    assert registry.resolve("Школа садов тихой аллоу", "ru").agency == meant


@pytest.mark.parametrize("name", ["Қарағайлы облысының әкімдігі", "Қостанайлы облысы білім басқармасы"])
def test_the_name_of_a_region_is_no_other_that_looks_like_it(name: str) -> None:
    assert REGISTRY.resolve(name, "kk").agency is None


def test_a_slip_of_one_letter_in_the_name_of_a_region_is_forgiven() -> None:
    assert REGISTRY.resolve("Қарғанды облысының әкімдігі", "kk").agency == "kz-karaganda-akimat"
