"""Whom a name means: every label means its own body, and spellings, legal forms, endings, days and glossaries count."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from places import ROOT

from kzedu_graph.registry.names import LegalForms, words
from kzedu_graph.registry.resolving import Agency, Registry, RegistryError, Resolution

REGISTRY = Registry.load()
AGENCIES = sorted(REGISTRY, key=lambda agency: agency.key)
PREFIXES = """
@prefix agency: <https://w3id.org/kzedu/id/agency/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix document: <https://w3id.org/kzedu/id/document/> .
@prefix event: <https://w3id.org/kzedu/id/event/> .
@prefix kzedu: <https://w3id.org/kzedu/ontology#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


# ---- the registry itself


@pytest.mark.parametrize("agency", AGENCIES, ids=lambda agency: agency.key)
def test_every_label_means_its_own_body(agency: Agency) -> None:
    day = agency.since or (agency.until and agency.until - timedelta(days=1))
    wrong = [
        (label, lang, REGISTRY.resolve(label, lang, day))
        for lang, label in agency.names()
        if REGISTRY.resolve(label, lang, day).agency != agency.key
    ]
    assert not wrong


@pytest.mark.parametrize("agency", [agency for agency in AGENCIES if agency.ambiguous], ids=lambda agency: agency.key)
def test_an_ambiguous_label_means_nobody_by_itself(agency: Agency) -> None:
    for lang, labels in agency.ambiguous.items():
        for label in labels:
            resolution = REGISTRY.resolve(label, lang)
            assert (resolution.agency, resolution.how) == (None, None), label
            assert agency.key in resolution.candidates, label


def test_every_body_has_a_name_in_each_language() -> None:
    assert [agency.key for agency in AGENCIES if set(agency.labels) != {"kk", "ru", "en"}] == []


def test_parents_and_heirs_are_bodies_of_the_registry() -> None:
    keys = {agency.key for agency in AGENCIES}
    for agency in AGENCIES:
        assert {agency.parent, *agency.succeeds, *agency.succeeded_by} - {None} <= keys, agency.key


def test_a_split_leads_to_both_heirs() -> None:
    assert REGISTRY.get("kz-mes").succeeded_by == ("kz-moe", "kz-mshe")
    assert REGISTRY.get("kz-mci").succeeds == ("kz-mcs", "kz-misd")
    assert REGISTRY.get("kz-mes").until == REGISTRY.get("kz-moe").since == date(2022, 6, 11)


def test_successions_are_pairs_of_body_and_heir() -> None:
    pairs = list(REGISTRY.successions())
    assert ("kz-miid", "kz-mic") in pairs
    assert {body for body, _ in pairs if REGISTRY.get(body).until is None} == {  # became another; the day is not known
        "kz-bologna-centre",
        "kz-correctional-pedagogy-centre",
        "kz-harmonious-development-institute",
        "kz-mne-competition-committee",
        "kz-preschool-centre",
        "kz-textbook-centre",
    }


def test_the_registry_is_read_once() -> None:
    assert Registry.load() is REGISTRY


def test_an_unknown_key_is_an_error() -> None:
    with pytest.raises(KeyError):
        REGISTRY.get("kz-nobody")


# ---- spellings


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


def test_several_institutions_are_no_form_of_one() -> None:
    forms = LegalForms({"state-institution": ["государственное учреждение"]})
    assert forms.fold("Государственному учреждению «Сад»").parts == ("САД",)
    assert forms.fold("Государственным учреждениям культуры").form is None


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


# ---- days and glossaries


@pytest.fixture
def two_ministries() -> Registry:
    """An invented state whose roads ministry and rivers ministry bore one abbreviation, one after the other."""
    return Registry(
        [
            Agency("old", "ministry", {"ru": "Министерство рек"}, {"ru": ("МР",)}, until=date(2020, 5, 1)),
            Agency("new", "ministry", {"ru": "Министерство радуг"}, {"ru": ("МР",)}, since=date(2020, 5, 1)),
            Agency("ancient", "ministry", {"ru": "Министерство рос"}, {"ru": ("МР",)}, until=date(2001, 1, 1)),
        ],
        {},
    )


@pytest.mark.parametrize(
    ("day", "key"),
    [
        (date(2024, 1, 1), "new"),
        (date(2020, 5, 1), "new"),
        (None, "new"),
    ],
)
def test_the_body_alive_on_the_day_is_meant(two_ministries: Registry, day: date | None, key: str) -> None:
    assert two_ministries.resolve("МР", "ru", day).agency == key


def test_two_alive_at_once_are_ambiguous(two_ministries: Registry) -> None:
    resolution = two_ministries.resolve("МР", "ru", date(1999, 1, 1))
    assert resolution.agency is None
    assert set(resolution.candidates) == {"old", "ancient", "new"}


def test_of_the_dead_the_most_recent_is_meant() -> None:
    registry = Registry(
        [
            Agency("a", "ministry", {"ru": "Министерство рек"}, {"ru": ("МР",)}, until=date(2001, 1, 1)),
            Agency("b", "ministry", {"ru": "Министерство рос"}, {"ru": ("МР",)}, until=date(2010, 1, 1)),
        ],
        {},
    )
    assert registry.resolve("МР", "ru", date(2024, 1, 1)).agency == "b"


def test_an_abolished_body_is_still_named_by_its_abbreviation() -> None:
    for text, lang in (("МКС", "ru"), ("МСМ", "kk")):
        assert REGISTRY.resolve(text, lang, date(2024, 6, 13)).agency == "kz-mcs"


def test_the_glossary_of_the_document_goes_first() -> None:
    glossary = {"МО": "Министерство здравоохранения Республики Казахстан"}
    resolution = REGISTRY.resolve("МО", "ru", glossary=glossary)
    assert (resolution.agency, resolution.how) == ("kz-moh", "glossary")
    assert REGISTRY.resolve("МО", "ru").agency == "kz-mod"


def test_a_glossary_that_means_something_else_forbids_the_usual_body() -> None:
    resolution = REGISTRY.resolve("МО", "ru", glossary={"МО": "методическое объединение"})
    assert resolution.agency is None
    assert resolution.candidates == ("kz-mod",)


def test_a_damaged_glossary_still_speaks_of_the_usual_body() -> None:
    resolution = REGISTRY.resolve("МТС", "ru", glossary={"МТС": "Министерство туризма и спор Республики Казахстан"})
    assert (resolution.agency, resolution.how) == ("kz-mts", "glossary")


def test_an_abbreviation_inside_a_name_is_read_with_the_glossary() -> None:
    glossary = {"ОБ": "образования"}
    resolution = REGISTRY.resolve("управления ОБ", "ru", glossary=glossary)
    assert (resolution.agency, resolution.how) == ("kz-edu-departments", "glossary")


def test_an_ending_does_not_hide_a_name_from_the_glossary() -> None:
    glossary = {"ӨЖМ": "Қазақстан Республикасының Қаржы министрлігі"}
    assert REGISTRY.resolve("ӨЖМ-ге", "kk", glossary=glossary).agency == "kz-mof"


@given(st.text(max_size=80), st.sampled_from(("kk", "ru", "en")))
def test_any_text_has_an_answer(text: str, lang: str) -> None:
    resolution = REGISTRY.resolve(text, lang, date(2024, 6, 13), {"МО": text, text: "Министерство обороны"})
    assert (resolution.agency is None) == (resolution.how is None)
    assert resolution.agency is None or resolution.agency in resolution.candidates


# ---- the page for newcomers


def test_the_body_of_the_page_is_found_as_the_page_says(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "adding-an-agency.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```turtle\n(.*?)```", page, re.DOTALL)
    sholpan = 'agency:kz-sholpan a kzedu:Institution ; skos:prefLabel "Центр «Шолпан»"@ru .'
    (tmp_path / "bodies.ttl").write_text("\n".join([PREFIXES, *blocks, sholpan]), encoding="utf-8")
    registry = Registry.load(tmp_path)
    glossary = {"ЖҰО": "«Жұлдыз» ұлттық орталығы"}
    assert registry.resolve("ЖҰО", "kk", None, glossary) == Resolution("kz-star", ("kz-star",), "glossary")
    assert registry.resolve("НЦЖ", "ru").how == "abbreviation"
    assert registry.get("kz-sholpan").succeeded_by == ("kz-star",)


@pytest.mark.parametrize(("second", "meant"), [("Школа садов тихой аббоу", None), ("Школа садов тихой абббу", "kz-a")])
def test_a_slip_of_the_pen_means_a_body_only_where_no_other_is_as_near(second: str, meant: str | None) -> None:
    names = {"kz-a": "Школа садов тихой алло", "kz-b": second}
    registry = Registry([Agency(key, "institution", {"ru": name}, {}) for key, name in names.items()], {})
    assert registry.resolve("Школа садов тихой аллоу", "ru").agency == meant


# ---- folding


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("«Жас қыран»", ("ЖАС", "ҚЫРАН")),
        ("ОМ-ге", ("ОМ",)),
        ("IT-центры", ("ІТЦЕНТРЫ",)),
        ("оқу\u00adағарту", ("ОҚУАҒАРТУ",)),
        ("ё", ("Е",)),
        ("", ()),
    ],
)
def test_words(text: str, folded: tuple[str, ...]) -> None:
    assert words(text) == folded


def test_a_legal_form_alone_is_kept_as_a_name() -> None:
    forms = LegalForms({"njsc": ("НАО", "некоммерческое акционерное общество")})
    assert forms.fold("НАО").core == "НАО"
    assert (forms.fold("НАО «Луч»").core, forms.fold("НАО «Луч»").form) == ("ЛУЧ", "njsc")
    assert forms.fold("некоммерческое акционерное общество «Луч»") == forms.fold("НАО «Луч»")


# ---- a registry that is wrong says so


@pytest.mark.parametrize(
    ("turtle", "says"),
    [
        ('agency:x a org:FormalOrganization, kzedu:Ministry ; skos:prefLabel "Х" .', "language tag"),
        ('agency:x a org:FormalOrganization, kzedu:Ministry ; skos:prefLabel "Х"@ru, "У"@ru .', "keep one"),
        ('agency:x a kzedu:Collective, kzedu:Ministry ; skos:prefLabel "Х"@ru .', "exactly one class"),
        ('agency:x a kzedu:Collective ; skos:prefLabel "Х"@ru ; schema:foundingDate "autumn" .', "autumn"),
        (
            'agency:x a kzedu:Collective ; skos:prefLabel "Х"@ru ; org:subOrganizationOf kzedu:Ministry .',
            "agency:<key>",
        ),
    ],
)
def test_a_broken_registry_says_what_to_write(tmp_path: Path, turtle: str, says: str) -> None:
    (tmp_path / "bodies.ttl").write_text(PREFIXES + turtle, encoding="utf-8")
    with pytest.raises(RegistryError, match=says):
        Registry.load(tmp_path)


def test_an_empty_folder_is_no_registry(tmp_path: Path) -> None:
    with pytest.raises(RegistryError, match="no Turtle"):
        Registry.load(tmp_path)


@pytest.mark.parametrize("name", ["Қарағайлы облысының әкімдігі", "Қостанайлы облысы білім басқармасы"])
def test_the_name_of_a_region_is_no_other_that_looks_like_it(name: str) -> None:
    assert REGISTRY.resolve(name, "kk").agency is None


def test_a_slip_of_one_letter_in_the_name_of_a_region_is_forgiven() -> None:
    assert REGISTRY.resolve("Қарғанды облысының әкімдігі", "kk").agency == "kz-karaganda-akimat"
