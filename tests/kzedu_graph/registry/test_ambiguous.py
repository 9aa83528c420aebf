"""Names that look alike or mean several things: what each means in which text.

Every row stands for a phrase of the five texts of 2018-2025. `None` for the key: no body, and `maybe` says of whom
the reader must be told that they might be meant.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from kzedu_graph.registry.resolving import Registry

REGISTRY = Registry.load()

AMENDMENT = ("ru", date(2024, 6, 13))
STATE_PROGRAMME = ("kk", date(2019, 12, 27))
CONCEPT = ("kk", date(2025, 4, 25))
RECOMMENDATIONS = ("ru", date(2023, 8, 1))
STRATEGY = ("kk", date(2018, 12, 1))
Text = tuple[str, date]


@pytest.mark.parametrize(
    ("name", "text", "key"),
    [
        ("НАО имени Ы. Алтынсарина", AMENDMENT, "kz-naoe"),
        ('НАО "Talap"', AMENDMENT, "kz-talap"),
        ("НАО «Talap»", RECOMMENDATIONS, "kz-talap"),
        ('НАО "Национальный научно-практический институт благополучия детей "Өркен"', AMENDMENT, "kz-orken"),
        ("МО", AMENDMENT, "kz-mod"),
        ("МО", STATE_PROGRAMME, "kz-state-bodies"),
        ("мүдделі МО", STATE_PROGRAMME, "kz-interested-state-bodies"),
        ("ДБ", STATE_PROGRAMME, "intl-worldbank"),
        ('"Назарбаев Зияткерлік мектептері" ДБҰ', STATE_PROGRAMME, "kz-nis"),
        ('"Назарбаев Университеті" ДБҰ', STATE_PROGRAMME, "kz-nu"),
        ("«Назарбаев Зияткерлік мектептері» ДББҰ", STRATEGY, "kz-nis"),
        ('"НЗМ" ДБҰ', CONCEPT, "kz-nis"),
        ('"НЗМ" АҚ', STATE_PROGRAMME, "kz-nis"),
        ("НЗМ", CONCEPT, "kz-nis-schools"),
        ("НЗМ-ны", STRATEGY, "kz-nis-schools"),
        ('АОО "НИШ"', AMENDMENT, "kz-nis"),
        ("НИШ", AMENDMENT, "kz-nis-schools"),
        ("Назарбаев Зияткерлік мектептері", CONCEPT, "kz-nis-schools"),
        ("Назарбаев Зияткерлік мектептері дербес білім беру ұйымы", STRATEGY, "kz-nis"),
        ("МСМ", STATE_PROGRAMME, "kz-mcs"),
        ("МСМ", CONCEPT, "kz-mcs"),
        ("МКС", AMENDMENT, "kz-mcs"),
        ("МКИ", AMENDMENT, "kz-mci"),
        ("МТС", AMENDMENT, "kz-mts"),
        ("ТСМ", CONCEPT, "kz-mts"),
        ("МЭ", AMENDMENT, "kz-moenergy"),
        ("МНЭ", AMENDMENT, "kz-mne"),
        ("МЭПР", AMENDMENT, "kz-menr"),
        ("ЭМ", CONCEPT, "kz-moenergy"),
        ("ҰЭМ", CONCEPT, "kz-mne"),
        ("ҰЭМ КС", STATE_PROGRAMME, "kz-mne-statistics-committee"),
        ("ҰЭМ СК", STATE_PROGRAMME, "kz-mne-statistics-committee"),
        ("ЦДҚАӨМ", STATE_PROGRAMME, "kz-mddiai"),
        ("ЦДИАӨМ", CONCEPT, "kz-mddiai"),
        ("СИМ", STATE_PROGRAMME, "kz-mti"),
        ("МСИ", STATE_PROGRAMME, "kz-mti"),
        ("АСПиР", AMENDMENT, "kz-aspr"),
        ("БНС АСПиР", AMENDMENT, "kz-bns"),
        ("СЖРА", CONCEPT, "kz-aspr"),
        ("СЖРА ҰСБ", CONCEPT, "kz-bns"),
        ("ЖБТ", STATE_PROGRAMME, "kz-wb-pmu"),
        ("ЖАО", STATE_PROGRAMME, "kz-leb"),
        ("ЖОО", STATE_PROGRAMME, "kz-heis"),
        ("педагогикалық ЖОО", CONCEPT, "kz-pedagogical-heis"),
        ("зерттеу ЖОО", STATE_PROGRAMME, "kz-research-universities"),
        ("ЖЖБҰ", CONCEPT, "kz-heis"),
        ("МИО", AMENDMENT, "kz-leb"),
        ("Ы. Алтынсарин атындағы ҰБА", STATE_PROGRAMME, "kz-naoe"),
        ("ҰБА", CONCEPT, "kz-naoe"),
        ('"Өрлеу" ҰБАО АҚ', STATE_PROGRAMME, "kz-orleu"),
        ('"Өрлеу" БАҰО"', STATE_PROGRAMME, "kz-orleu"),
        ('"РҒПБМСО" ШЖҚ РМК', CONCEPT, "kz-rnpceso"),
        ("ШЖМ", CONCEPT, "kz-small-schools"),
        ("ТЖМ", CONCEPT, "kz-emergencies"),
        ("ОО", CONCEPT, "kz-rehab-centres"),
        ("РЦ", AMENDMENT, "kz-rehab-centres"),
        ("ДО", AMENDMENT, "kz-preschools"),
        ("организации ПО", RECOMMENDATIONS, "kz-tvet-orgs"),
        ("Council of International Schools (CIS)", STRATEGY, "intl-cis-schools"),
        ("IAEA", STRATEGY, "intl-iaea"),
        ("IEA", STATE_PROGRAMME, "intl-iea"),
        ("КДМ", RECOMMENDATIONS, "kz-youth-affairs-committees"),
        ('"Қазақстандық МЖӘ орталығы" АҚ', CONCEPT, "kz-ppp-centre"),
        ("Жоғары Қамқоршылық кеңес", STRATEGY, "kz-nis-supreme-board"),
        ("қамқоршылық кеңестер", CONCEPT, "kz-boards-of-trustees"),
        ("WorldSkills қамқоршылық кеңесі", STATE_PROGRAMME, "kz-wsk-trustees"),
        ("білім басқармалары", STATE_PROGRAMME, "kz-edu-departments"),
        ("Зияткерлік мектептердің директорлар кеңесі", STRATEGY, "kz-nis-directors-council"),
        ("«Назарбаев Қоры»", STRATEGY, "kz-nazarbayev-fund"),
        ('"Ғылым қоры" АҚ', STATE_PROGRAMME, "kz-science-fund"),
        ("Өрлеу", CONCEPT, "kz-orleu"),
        ('АО "Талдау"', AMENDMENT, "kz-taldau"),
        ("Өркен", CONCEPT, "kz-orken"),
        ("Talap", CONCEPT, "kz-talap"),
        ("Кәсіпқор холдингі", STATE_PROGRAMME, "kz-kasipkor"),
        ('НПП "Атамекен"', AMENDMENT, "kz-atameken-npp"),
        ("НПП РК «Атамекен»", RECOMMENDATIONS, "kz-atameken-npp"),
        ("Палата предпринимателей РК «Атамекен»", RECOMMENDATIONS, "kz-atameken-npp"),
        ('"Атамекен" ҰКП', STATE_PROGRAMME, "kz-atameken-npp"),
        ('РПП "Атамекен"', AMENDMENT, "kz-atameken-rpp"),
        ('"Атамекен" ӨКП', CONCEPT, "kz-atameken-rpp"),
        ("уполномоченный орган в области образования", RECOMMENDATIONS, "kz-authorised-body-education"),
        ("білім беру саласындағы уәкілетті орган", CONCEPT, "kz-authorised-body-education"),
        ("Мемлекет басшысы", CONCEPT, "kz-president"),
        ("Мемлекет басшысы", STRATEGY, "kz-president"),
        ("Қазақстан Республикасының Тұңғыш Президенті – Елбасы Қоры", STATE_PROGRAMME, "kz-first-president-foundation"),
        ('"Nur Otan" партиясы', STATE_PROGRAMME, "kz-amanat"),
        ("«Нұр Отан» партиясы", STRATEGY, "kz-amanat"),
        ("партия «Amanat»", RECOMMENDATIONS, "kz-amanat"),
    ],
)
def test_the_name_means(name: str, text: Text, key: str) -> None:
    assert REGISTRY.resolve(name, *text).agency == key


@pytest.mark.parametrize(
    ("name", "text", "maybe"),
    [
        ("НАО", AMENDMENT, ("kz-naoe",)),
        ("ДБҰ", STATE_PROGRAMME, ("kz-nis", "kz-nu")),
        ("ДББҰ-ның", STRATEGY, ("kz-nis", "kz-nu")),
        ("Министрлік", CONCEPT, ("kz-moe", "kz-mes")),
        ("Министрлік", STATE_PROGRAMME, ("kz-mes", "kz-moe")),
        ("Министерство", ("ru", date(2011, 12, 7)), ("kz-mes", "kz-moe")),
        ("CIS", STRATEGY, ("intl-cis-schools",)),
        ("CIS", RECOMMENDATIONS, ("intl-cis-schools",)),
        ("Талдау", CONCEPT, ("kz-taldau",)),
        ("Атамекен", AMENDMENT, ("kz-atameken-npp", "kz-atameken-rpp")),
        ("уполномоченный орган", AMENDMENT, ("kz-authorised-body-education",)),
        ("уәкілетті орган", CONCEPT, ("kz-authorised-body-education",)),
        ("Басқарма", STRATEGY, ("kz-edu-departments", "kz-nis-management-board")),
        ("директорлар кеңесі", STRATEGY, ("kz-nis-directors-council", "kz-university-boards")),
        ("Комиссия", RECOMMENDATIONS, ("kz-rotation-commission", "kz-state-order-commission")),
        (
            "Қор",
            CONCEPT,
            (
                "kz-education-infrastructure-fund",
                "kz-first-president-foundation",
                "kz-nazarbayev-fund",
                "kz-nis-endowment",
                "kz-science-fund",
            ),
        ),
        (
            "Қамқоршылық кеңес",
            STRATEGY,
            (
                "kz-boards-of-trustees",
                "kz-nis-board-of-trustees",
                "kz-nis-school-councils",
                "kz-nis-supreme-board",
                "kz-wsk-trustees",
            ),
        ),
    ],
)
def test_the_name_alone_means_nobody_for_sure(name: str, text: Text, maybe: tuple[str, ...]) -> None:
    resolution = REGISTRY.resolve(name, *text)
    assert resolution.agency is None
    assert resolution.candidates == maybe


@pytest.mark.parametrize(
    ("name", "text"),
    [
        *((name, CONCEPT) for name in ("ҰБТ", "РМК", "ШЖҚ", "ТЖБ", "ТжКБ", "МТО", "МТБ", "МІБ", "МЖӘ", "АҚ", "МЖС")),
        *((name, CONCEPT) for name in ("Болашақ", "Жас маман", "Тұжырымдама", "Модель")),
        *(
            (name, STATE_PROGRAMME)
            for name in ("ЖБ", "РБ", "РМҚК", "РҚБ", "РДҚ", "Бағдарлама", "ЦДИАӨМСИМ", "ЭГТСМДСМ")
        ),
        *((name, STRATEGY) for name in ("Елбасы", "Стратегиялық даму жоспары", "ТМД")),
        *((name, RECOMMENDATIONS) for name in ("ОП", "НС", "ПО", "МТБ", "Концепция", "План", "Правила", "Реестр")),
        *((name, AMENDMENT) for name in ("ГОС", "ГОСО", "МТО", "НПА")),
    ],
)
def test_the_name_is_no_body(name: str, text: Text) -> None:
    assert REGISTRY.resolve(name, *text).agency is None


@pytest.mark.parametrize(
    ("name", "text", "glossary", "key"),
    [
        ("НАО", AMENDMENT, {"НАО": "Национальная академия образования"}, "kz-naoe"),
        ("НАО", AMENDMENT, {"НАО": "некоммерческое акционерное общество"}, None),
        ("МО", STATE_PROGRAMME, {"МО": "мемлекеттік органдар"}, "kz-state-bodies"),
        ("ДББҰ", STRATEGY, {"ДББҰ": "«Назарбаев Зияткерлік мектептері» дербес білім беру ұйымы"}, "kz-nis"),
        ("Қордың", CONCEPT, {"Қор": "Білім беру инфрақұрылымын қолдау қоры"}, "kz-education-infrastructure-fund"),
        ("Министрліктің", CONCEPT, {"Министрлік": "Оқу-ағарту министрлігі"}, "kz-moe"),
        ("Дүниежүзілік банктің ЖБТ", STATE_PROGRAMME, {"ЖБТ": "жобаны басқару тобы"}, "kz-wb-pmu"),
        ('НАО "Talap"', AMENDMENT, {"НАО": "Национальная академия образования"}, "kz-talap"),
        ("НАО имени Ы.Алтынсарина", AMENDMENT, {"НАО": "некоммерческое акционерное общество"}, "kz-naoe"),
    ],
)
def test_the_documents_own_glossary_decides(
    name: str, text: Text, glossary: Mapping[str, str], key: str | None
) -> None:
    assert REGISTRY.resolve(name, *text, glossary).agency == key
