"""Who enacts an act, who is told to report and who controls it, whom its points bind: by its own words."""

from __future__ import annotations

import pytest
from invented_prose import document, provisions, source

from extract.finders.duties.enacting import find_act_roles, find_reporting_lines
from extract.finders.duties.prose import read_prose
from extract.readers.tabbed import read_tabbed
from kzedu_graph.model.records import Source
from kzedu_graph.registry.resolving import Registry


@pytest.mark.parametrize(
    ("lang", "text", "who"),
    [
        ("ru", "В соответствии с Законом «О чтении» акимат области Абай ПОСТАНОВЛЯЕТ:", "акимат области Абай"),
        (
            "ru",
            "Во исполнение поручений, в целях развития чтения, Правительство Республики Казахстан ПОСТАНОВЛЯЕТ:",
            "Правительство Республики Казахстан",
        ),
        ("ru", "В соответствии со статьей 27 Закона акимат области Абай ПОСТАНОВЛЯЕТ:", "акимат области Абай"),
        ("ru", "Правительство Республики Казахстан ПОСТАНОВЛЯЕТ:", "Правительство Республики Казахстан"),
        ("kk", "«Оқу туралы» Заңының 6-бабына сәйкес Абай облысының әкімдігі ҚАУЛЫ ЕТЕДІ:", "Абай облысының әкімдігі"),
        ("kk", "Қазақстан Республикасының Үкіметі ҚАУЛЫ ЕТЕДІ:", "Қазақстан Республикасының Үкіметі"),
    ],
)
def test_who_enacts(lang: str, text: str, who: str) -> None:
    head = {"ru": "Постановление", "kk": "Қаулы"}[lang]
    read = read_tabbed("sample", f"{head}\n\n{text}\n\n1. Бекітілсін / Утвердить план.\n", lang)
    act = Source("sample", "sample", lang, None, "sample")
    roles = find_act_roles(act, read_prose(read), Registry.load(), {})
    assert [role.text for role in roles if role.role == "approver"] == [who]
    (role,) = (role for role in roles if role.role == "approver")
    assert [read.text[span.start : span.end] for span in role.evidence] == [who]


CENTRAL = "kz-central-executive-bodies"


@pytest.mark.parametrize(
    ("lang", "point", "words", "key"),
    [
        (
            "ru",
            "Акимам Абайской, Павлодарской и Костанайской областей до 1 мая 2031 года открыть залы.",
            "Акимам Абайской, Павлодарской и Костанайской областей",
            "kz-abai-akim",
        ),
        ("ru", "Центральным исполнительным органам открыть залы.", "Центральным исполнительным органам", CENTRAL),
        (
            "kk",
            "Ақмола, Атырау және Маңғыстау облыстарының әкімдері 2031 жылғы 1 мамырға дейін залдар ашсын.",
            "Ақмола, Атырау және Маңғыстау облыстарының әкімдері",
            "kz-akmola-akim",
        ),
        (
            "kk",
            "Орталық атқарушы органдар 2031 жылғы 1 мамырға дейін орындар ашсын.",
            "Орталық атқарушы органдар",
            CENTRAL,
        ),
        ("kk", "Орталық атқарушы органдар осы бұйрықты жарияласын.", "Орталық атқарушы органдар", CENTRAL),
        ("kk", "Комитет осы бұйрықты жарияласын.", "Комитет", None),
    ],
)
def test_a_first_point_binds_whom_it_names(lang: str, point: str, words: str, key: str | None) -> None:
    title = "Комплекс мер по залам" if lang == "ru" else "Залдар жөніндегі шаралар кешені"
    (found,) = provisions(f"{title}\n\n1. {point}", lang)
    assert (found.bearer_text, found.bearer) == (words, key)


RU = (
    "Правительство Республики Казахстан ПОСТАНОВЛЯЕТ:\n"
    "1. Утвердить прилагаемую Программу.\n"
    "2. Акимам областей ежегодно до 15 апреля представлять в Министерство просвещения информацию о ходе работ.\n"
    "3. Контроль за исполнением возложить на Министерство просвещения.\n"
    "# Программа\nБудет создан реестр."
)


KK = (
    "Қазақстан Республикасының Үкіметі ҚАУЛЫ ЕТЕДІ:\n"
    "1. Қоса беріліп отырған бағдарлама бекітілсін.\n"
    "2. Облыс әкімдіктері:\n"
    "1) жыл сайын 15 сәуірден кешіктірмей Қазақстан Республикасының Оқу-ағарту министрлігіне ақпарат берсін.\n"
    "3. Қаулының жүзеге асуын бақылау Қазақстан Республикасының Оқу-ағарту министрлігіне жүктелсін.\n"
    "# Бағдарлама\nТізілім құрылады."
)


@pytest.mark.parametrize(
    ("lang", "text", "reporter", "recipient"),
    [
        ("ru", RU, "Акимам областей", "Министерство просвещения"),
        ("kk", KK, "Облыс әкімдіктері", "Қазақстан Республикасының Оқу-ағарту министрлігіне"),
    ],
)
def test_who_reports_to_whom_by_when(lang: str, text: str, reporter: str, recipient: str) -> None:
    lines = find_reporting_lines(source(lang), read_prose(document(text, lang)), Registry.load(), {})
    assert [(line.reporter_text, line.recipient_text, line.recipient) for line in lines] == [
        (reporter, recipient, "kz-moe")
    ]
    assert "--04-15" in lines[0].due
    found = {p.number: p for p in provisions(text, lang)}
    assert found[lines[0].provision].rule == "report-back"
    assert found[lines[0].provision].recipient == "kz-moe"


@pytest.mark.parametrize(("lang", "text"), [("ru", RU), ("kk", KK)])
def test_who_enacts_and_who_controls(lang: str, text: str) -> None:
    roles = find_act_roles(source(lang), read_prose(document(text, lang)), Registry.load(), {})
    assert [(role.role, role.agency) for role in roles] == [("approver", "kz-government"), ("controller", "kz-moe")]


@pytest.mark.parametrize(("lang", "text"), [("ru", RU), ("kk", KK)])
def test_what_the_act_itself_does_is_no_duty_and_its_points_end_with_a_heading(lang: str, text: str) -> None:
    assert [p.rule for p in provisions(text, lang)] == ["report-back", "control-laid", "will-be-done"]
