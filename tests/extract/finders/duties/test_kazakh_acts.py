"""Kazakh acts of issuers of every kind: who, what and to what, by the ways that they word it. Invented sentences."""

from __future__ import annotations

import pytest

from extract.finders.duties.provisions import find_provisions, read_prose
from extract.readers.layout import READERS
from extract.sources.recognise import recognise
from kzedu_graph.model.prose import Provision
from kzedu_graph.registry.resolving import Registry
from tests.read_duties import read_duties

Parts = list[tuple[str | None, str, str | None]]

STATUTE = """# Бақ комиссиясы туралы ережені бекіту туралы

Орман облысы мәслихатының 2031 жылғы 3 мамырдағы № 56 шешімі

Орман облысының мәслихаты ШЕШІМ ҚАБЫЛДАДЫ:

1. Бақ комиссиясы туралы ереже бекітілсін.

## Бақ комиссиясы туралы ереже

## 2. Бақ комиссиясының миссиясы, негізгі міндеттері, функциялары

"""


def provisions(text: str) -> tuple[Provision, ...]:
    """Every duty of an act."""
    registry = Registry.load()
    source, _ = recognise("act", text, registry)
    document = READERS[source.reader](source.stem, text, source.lang)
    return find_provisions(source, read_prose(document), registry, {})[0]


def parts(found: tuple[Provision, ...]) -> Parts:
    """Bearer, deed and object of each duty."""
    return [(one.bearer_text, one.deed or "", one.object) for one in found]


@pytest.mark.parametrize(
    ("text", "bearer"),
    [
        # Offices by trade, bodies that open a clause, whatever noun follows; what is behind a condition or a purpose.
        ("Бақ кеңесшісі көшеттерді тексереді.", "Бақ кеңесшісі"),
        ("Төраға бақ отырысын шақырады.", "Төраға"),
        ("Кітапхана бақ туралы кітаптарды береді.", "Кітапхана"),
        ("Көшет алу үшін қауымдастық өтінім береді.", "қауымдастық"),
        ("Конкурстық комиссия өтінімдерді қарайды.", "Конкурстық комиссия"),
        ("Өтінімді комиссия ашық дауыс беру арқылы қарайды.", "комиссия"),
        ("Өтінім берген мүше он күн ішінде хат жібереді.", "Өтінім берген мүше"),
        ("Егер мүше отырысқа келмесе, ол төрағаға хабарлайды.", "мүше"),
        # Services of a kind are bodies where they do what bodies do.
        ("Суару қызметі акт жасайды.", "Суару қызметі"),
        # Who did what is done now by another; a body within another.
        ("Мектептер ұсынған есептерді білім бөлімі жинақтайды.", "білім бөлімі"),
        ("Орман министрлігі Бақтарды қорғау департаменті есеп береді.", "Орман министрлігі Бақтарды қорғау департаменті"),
        # An object before a participle that has none is not the bearer's.
        ("Шешімді отырысқа қатысатын мүшелер қабылдайды.", "отырысқа қатысатын мүшелер"),
        ("Заңды тұлғалар кеңеске жүгіне алады.", "Заңды тұлғалар"),
        ("Гүлдер саласындағы уәкілетті орган тізілімді жүргізеді.", "Гүлдер саласындағы уәкілетті орган"),
        ("«Бақ» мемлекеттік корпорациясы өтінімдерді қабылдайды.", "«Бақ» мемлекеттік корпорациясы"),
    ],
)
def test_who_is_bound(text: str, bearer: str) -> None:
    assert [who for who, _, _ in read_duties("kk", text)] == [bearer]


@pytest.mark.parametrize(
    "text",
    [
        "Жаңа әдіс сапаны қамтамасыз етеді.",
        "Оқыту қызметі сапаны білдіреді.",
        "Екінші кезең бақты қамтиды.",
    ],
)
def test_what_is_no_body_binds_nobody(text: str) -> None:
    assert read_duties("kk", text) == []


def test_each_clause_has_its_own_subject_and_deadline() -> None:
    text = "Суару қызметі акт жасайды, оған кемінде екі куә қол қояды және оны аулау қызметі журналда тіркейді."
    assert [who for who, _, _ in read_duties("kk", text)] == ["Суару қызметі", "кемінде екі куә", "аулау қызметі"]
    act = STATUTE + "1. Бөлім басшысы есепті жазады және ай сайын, 5-күніне дейін мәслихатқа ұсынады.\n"
    assert [one.recurrence for one in provisions(act)] == [None, "monthly"]


@pytest.mark.parametrize(
    ("text", "done_to"),
    [
        # Places, receivers, grounds and manners before an object are of the deed.
        ("Комиссия облыс мектептерінде көшеттерді егу тәртібін бекітеді.", "көшеттерді егу тәртібін"),
        ("Комиссия мүшеге бақты тексеру туралы куәлікті береді.", "бақты тексеру туралы куәлікті"),
        ("Комиссия сұрау бойынша бақтың жағдайы туралы ақпарат ұсынады.", "бақтың жағдайы туралы ақпарат"),
        ("Комиссия белгіленген тәртіппен көшеттерді қабылдау журналын жүргізеді.", "көшеттерді қабылдау журналын"),
        # What may be done; what is let and forbidden, brackets behind it.
        ("Отырысқа бақ иелерінің өкілдері шақырылуы мүмкін.", "бақ иелерінің өкілдері"),
        ("Бақта құралдарды қолдануға (суретке) жол беріледі.", "құралдарды"),
        ("Бір мүшеге екі жүзден астам көшетті бекітуге болмайды.", "екі жүзден астам көшетті"),
        ("Бақшының көшетті ауыстыруды сұрауға құқығы бар.", "көшетті ауыстыруды"),
        ("Бақ иелеріне көшеттерді қоршау ұсынылсын.", "көшеттерді"),
        # Bare subjects of what is done, words that only look like cases, times, verbs that only look passive.
        ("Үйге құрал қоймадан беріледі.", "құрал"),
        ("Комиссияның отырысы тоқсанына кемінде бір рет өткізіледі.", "Комиссияның отырысы"),
        ("Комиссияның штат лимитін Президент бекітеді.", "Комиссияның штат лимитін"),
        ("Комиссия аналитикалық, сараптамалық-талдау және өзге де жұмысын ұйымдастырады.", None),
        ("Бақшы мүшеге сол күні хабарлайды.", None),
        ("Бақшы өтінімді қабылдаудан бас тартады.", None),
        ("Мүше бақты немесе жолды не алаңды тексереді.", "бақты немесе жолды не алаңды"),
    ],
)
def test_what_it_is_done_to(text: str, done_to: str | None) -> None:
    found = [thing for _, _, thing in read_duties("kk", text)]
    wanted = "аналитикалық, сараптамалық-талдау және өзге де жұмысын" if "аналитикалық" in text else done_to
    assert found == [wanted]


@pytest.mark.parametrize(
    ("text", "deeds"),
    [
        # Conditions, what is done before, and by what act, are no part of a deed; nor is who does it.
        ("Куәлік жоғалған жағдайда комиссия телнұсқа береді.", ["телнұсқа береді"]),
        ("Егер мүше келмесе, ол хат жібереді.", ["хат жібереді"]),
        ("Осы Қағидаларға 2-қосымшаға сәйкес комиссия акт жасайды.", ["акт жасайды"]),
        ("Мүше шешім шығаруға құқылы емес.", ["шешім шығаруға"]),
        # A purpose in the clause of another verb, with words set by an act.
        ("Бақты заңда көзделген құралдармен күту үшін комиссия қор құрады.", ["қор құрады"]),
        # What somebody must and must not do is each a deed.
        (
            "Мүше отырысқа келуге және төрағаға хат жазуға міндетті.",
            ["отырысқа келуге", "төрағаға хат жазуға"],
        ),
        (
            "Комиссия бақта тұрады, көшеттерді тіркейді.",
            ["көшеттерді тіркейді"],
        ),
    ],
)
def test_what_is_done(text: str, deeds: list[str]) -> None:
    assert [deed for _, deed, _ in read_duties("kk", text)] == deeds


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Бақ иелері тәртіпті бекітсін, қорды құрсын және оның есебін жүргізіп отырсын.",
            [
                ("Бақ иелері", "тәртіпті бекітсін", "тәртіпті"),
                ("Бақ иелері", "қорды құрсын", "қорды"),
                ("Бақ иелері", "оның есебін жүргізіп отырсын", "оның есебін"),
            ],
        ),
        (
            "Осы шешімнің орындалуын бақылау жетекшілік ететін бақ және халықты қорғау вице-министріне жүктелсін.",
            [
                (
                    "жетекшілік ететін бақ және халықты қорғау вице-министріне",
                    "Осы шешімнің орындалуын бақылау",
                    "Осы шешімнің орындалуын бақылау",
                )
            ],
        ),
        (
            "Хатшы А. Бақтыбековке көшеттерді санау жүктелсін.",
            [("Хатшы А. Бақтыбековке", "көшеттерді санау", "көшеттерді санау")],
        ),
        (
            "Қаржы бөліміне бақтарды қаржыландыру тапсырылсын.",
            [("Қаржы бөліміне", "бақтарды қаржыландыру", "бақтарды")],
        ),
    ],
)
def test_what_an_act_bids(text: str, wanted: Parts) -> None:
    assert read_duties("kk", text, "enacting") == wanted


def test_a_command_of_a_head_of_a_district_opens_with_his_own_word() -> None:
    text = (
        "# Бақтарды қорғау туралы\n\nОрман облысы әкімінің 2031 жылғы 3 мамырдағы № 4 шешімі\n\n"
        "Бақтарды қорғау мақсатында облыс әкімі ШЕШІМ етті:\n\n1. Аудандардың әкімдері:\n\n1) бақтарды тексерсін;\n"
    )
    assert parts(provisions(text)) == [("Аудандардың әкімдері", "бақтарды тексерсін", "бақтарды")]


@pytest.mark.parametrize(
    ("lead", "items", "wanted"),
    [
        (
            "Бақ комиссиясының міндеттері:",
            ["бақтарды тексереді;", "есеп береді."],
            [
                ("Бақ комиссиясының", "бақтарды тексереді", "бақтарды"),
                ("Бақ комиссиясының", "есеп береді", "есеп"),
            ],
        ),
        (
            "Бақ кеңесшісі:",
            ["көшеттерді тексереді;", "журналды жүргізіп отырады."],
            [
                ("Бақ кеңесшісі", "көшеттерді тексереді", "көшеттерді"),
                ("Бақ кеңесшісі", "журналды жүргізіп отырады", "журналды"),
            ],
        ),
        (
            "Бақшының:",
            ["құралды тегін алуға;", "кеңесшіні ауыстыруды сұрауға құқығы бар."],
            [
                ("Бақшының", "құралды тегін алуға құқығы бар", "құралды"),
                ("Бақшының", "кеңесшіні ауыстыруды сұрауға құқығы бар", "кеңесшіні ауыстыруды"),
            ],
        ),
        (
            "Комиссия мынадай құжаттарды жібереді:",
            ["бақтың мемлекеттік тіркелуі туралы куәліктің көшірмелері;", "мөрі бар карталар."],
            [("Комиссия", "мынадай құжаттарды жібереді", "мынадай құжаттарды")],
        ),
    ],
)
def test_lists_under_whom_they_bind(lead: str, items: list[str], wanted: Parts) -> None:
    text = STATUTE + f"3. {lead}\n\n" + "".join(f"{n}) {item}\n\n" for n, item in enumerate(items, 1))
    assert parts(provisions(text)) == wanted


def test_what_is_let_is_a_permission() -> None:
    text = STATUTE + "3. Бақта құралдарды пайдалануға жол беріледі.\n"
    assert [one.modality for one in provisions(text)] == ["permission"]
