"""What Kazakh laws and codes lay down, and whom their lists of duties and rights bind. Invented sentences."""

from __future__ import annotations

import pytest

from extract.finders.duties.decided import read_prose
from extract.finders.duties.provisions import find_provisions
from extract.readers.layout import READERS
from extract.sources.recognise import recognise
from kzedu_graph.model.prose import Provision
from kzedu_graph.registry.resolving import Registry
from tests.read_duties import read_duties

LAW = """Бақ шаруашылығы туралы

Қазақстан Республикасының 2031 жылғы 3 наурыздағы № 7 Заңы

3-бап. Бақ жөніндегі кеңес

"""
ORDER = """Бақ отырғызу туралы

Орман облысы әкімінің 2031 жылғы 2 сәуірдегі № 4 шешімі

Облыс әкімі ШЕШІМ ҚАБЫЛДАДЫ:

"""


def provisions(text: str) -> tuple[Provision, ...]:
    """Every duty of an act."""
    registry = Registry.load()
    source, _ = recognise("act", text, registry)
    document = READERS[source.reader](source.stem, text, source.lang)
    return find_provisions(source, read_prose(document), registry, {})[0]


@pytest.mark.parametrize(
    "text",
    [
        "1. Жас бағбанға бір маусымға тәлімгер бекітіліп беріледі.",
        "2. Күтім үшін бағбанға қосымша ақы төленеді.",
        "3. Бақты күту тәртібін уәкілетті орган айқындайды.",
        "4. Кеңестің жұмысы бақ басшысы айқындайтын тәртіппен жүзеге асырылады.",
    ],
)
def test_the_present_tense_of_a_law_requires(text: str) -> None:
    assert [one.modality for one in provisions(LAW + text + "\n")] == ["requirement"]
    code = LAW.replace("Заңы", "Кодексі")
    assert [one.modality for one in provisions(code + text + "\n")] == ["requirement"]


@pytest.mark.parametrize(
    ("items", "modality", "wanted"),
    [
        (
            [
                "Тәлімгер:",
                "гүлдерді суаруға;",
                "шеберлігін арттыруға (растауға);",
                "оқушыларды үйретуге, бақтың тазалығын сақтауға міндетті.",
            ],
            "requirement",
            [
                ("Тәлімгер", "гүлдерді суаруға"),
                ("Тәлімгер", "шеберлігін арттыруға (растауға)"),
                ("Тәлімгер", "оқушыларды үйретуге"),
                ("Тәлімгер", "бақтың тазалығын сақтауға"),
            ],
        ),
        (
            ["Тәлімгер міндетті:", "гүлдерді суаруға;", "құралдарды сақтауға."],
            "requirement",
            [("Тәлімгер", "гүлдерді суаруға"), ("Тәлімгер", "құралдарды сақтауға")],
        ),
        (
            ["Тәлімгердің:", "дара жұмысқа;", "еңбегінің қорғалуына;", "құралдарды алуға құқығы бар."],
            "permission",
            [
                ("Тәлімгердің", "дара жұмысқа"),
                ("Тәлімгердің", "еңбегінің қорғалуына"),
                ("Тәлімгердің", "құралдарды алуға"),
            ],
        ),
        (
            ["Комиссия мынадай шешімдердің бірін қабылдайды:", "жұмысына лайықты;", "қайта тексеруге жатады."],
            "requirement",
            [("Комиссия", "мынадай шешімдердің бірін қабылдайды")],
        ),
    ],
)
def test_lists_of_a_law(items: list[str], modality: str, wanted: list[tuple[str, str]]) -> None:
    lead, *below = items
    text = LAW + f"1. {lead}\n\n" + "".join(f"{n}) {item}\n\n" for n, item in enumerate(below, 1))
    found = provisions(text)
    assert [(one.bearer_text, one.deed) for one in found] == wanted
    assert {one.modality for one in found} == {modality}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # Who may not do something is the subject; for what it may not be done is what is banned.
        (
            "Педагог оқушыларға көшет тасытуға құқылы емес.",
            [("Педагог", "оқушыларға көшет тасытуға")],
        ),
        ("Гүлдерді сату үшін егуге тыйым салынады.", [(None, "Гүлдерді сату үшін егуге тыйым салынады")]),
        # What else is done to what was named is a duty of its own; of how many it consists is none.
        (
            "Бақты құрылтайшы ашады және ол әділет органдарында тіркеледі.",
            [("құрылтайшы", "Бақты ашады"), (None, "әділет органдарында тіркеледі")],
        ),
        (
            "Кеңесті мектептің басшысы бекітеді және ол жеті мүшеден тұрады.",
            [("мектептің басшысы", "Кеңесті бекітеді")],
        ),
        # Names are whole.
        ("Педагог қызметкер үш жылда бір рет сынақтан өтеді.", [("Педагог қызметкер", "сынақтан өтеді")]),
        (
            "Бақтарды тексеруді, меншік нысанына қарамастан, егісті күтуді мемлекеттік басқару органдары өткізеді.",
            [
                (
                    "егісті күтуді мемлекеттік басқару органдары",
                    "Бақтарды тексеруді, меншік нысанына қарамастан, өткізеді",
                )
            ],
        ),
        ("Жиынға қатысушы тараптар кеңесшіге жүгінуге құқылы.", [("Жиынға қатысушы тараптар", "кеңесшіге жүгінуге")]),
        (
            "Мемлекеттік бақтың сынақтан өтуші қызметшісі дауыс беруге қатыспайды.",
            [("Мемлекеттік бақтың сынақтан өтуші қызметшісі", "дауыс беруге қатыспайды")],
        ),
        (
            "Тексеруге тиіс бақ қызметшілерінің басшылары есепті жолдайды.",
            [("Тексеруге тиіс бақ қызметшілерінің басшылары", "есепті жолдайды")],
        ),
        (
            "Бастауыш және (немесе) орта мектептің басшысы алқалы орган шешімімен жоспарды бекітеді.",
            [("Бастауыш және (немесе) орта мектептің басшысы", "алқалы орган шешімімен жоспарды бекітеді")],
        ),
        (
            "Кәсіби медиатор бағбандар бірлестігі (одағы) бекітетін кодексті сақтауға міндетті.",
            [("Кәсіби медиатор", "бағбандар бірлестігі (одағы) бекітетін кодексті сақтауға")],
        ),
        ("Әркімнің бақ егуге құқығы бар.", [("Әркімнің", "бақ егуге")]),
        (
            "Бақ кеңесінің төрағасы отырыста төраға болады, кеңес жұмысын ұйымдастырады.",
            [("Бақ кеңесінің төрағасы", "кеңес жұмысын ұйымдастырады")],
        ),
        # By which act, and after what something is done.
        ("Мектеп осы Қағидалар негізінде өз жарғысын әзірлейді.", [("Мектеп", "өз жарғысын әзірлейді")]),
        ("Тіркелгеннен кейін бақ ұйымдары басқармаға хабарлайды.", [("бақ ұйымдары", "басқармаға хабарлайды")]),
        (
            "Басшы балаларды жұмысқа тартуға және (немесе) қатыстыруға жол бермеу шараларын қолдануға міндетті.",
            [("Басшы", "балаларды жұмысқа тартуға және (немесе) қатыстыруға жол бермеу шараларын қолдануға")],
        ),
        # On what something rests.
        ("Бақты басқару дара басшылық қағидаттарында құрылады.", []),
    ],
)
def test_sentences_of_laws(text: str, wanted: list[tuple[str | None, str]]) -> None:
    assert [(who, deed) for who, deed, _ in read_duties("kk", text)] == wanted


def test_whom_the_lead_in_of_a_point_names() -> None:
    text = ORDER + (
        "1. Орман облысы әкімі бақ шаруашылығы басқармасының бастығы (Б. Садықов):\n\n"
        "1) тиісті шаралар қабылдасын (N 1 қосымша).\n\n"
        "2) Мектеп бақтарына артықшылық берілсін.\n\n"
        "3) Бақтарға қажет мөлшерде көшет бөлсін, оларды суаруды ұйымдастырсын.\n"
    )
    head = "Орман облысы әкімі бақ шаруашылығы басқармасының бастығы (Б. Садықов)"
    assert [(one.bearer_text, one.deed) for one in provisions(text)] == [
        (head, "тиісті шаралар қабылдасын"),
        (head, "Мектеп бақтарына артықшылық берілсін"),
        (head, "Бақтарға қажет мөлшерде көшет бөлсін"),
        (head, "оларды суаруды ұйымдастырсын"),
    ]


def test_numbered_chapters_of_rules_on_a_commission() -> None:
    text = ORDER + (
        "1. Бақ қағидалары бекітілсін.\n\n"
        "# Бақтарды тексеру қағидалары\n\n"
        "## 3. Тексеру комиссиясы\n\n"
        "17. Комиссия мүшелерінің ішінен төраға тағайындалады.\n"
    )
    assert [one.modality for one in provisions(text)] == ["requirement"]


def test_a_term_counts_from_what_was_found() -> None:
    found = provisions(LAW + "1. Тәлімгер зиянкесті анықтағаннан бастап бір жұмыс күні ішінде басшыға хабарлайды.\n")
    assert [(one.deed, one.within, one.within_from) for one in found] == [
        ("басшыға хабарлайды", "P1D", "зиянкесті анықтағаннан бастап")
    ]
