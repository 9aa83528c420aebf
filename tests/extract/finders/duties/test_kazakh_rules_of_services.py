"""Kazakh rules of services, their lists and terms: who does the second step, what is bidden below an item, till when.

Invented sentences.
"""

from __future__ import annotations

import pytest

from extract.finders.duties.times.deadlines import find_deadlines
from extract.flow import extract_document
from extract.readers.layout import READERS
from extract.sources.recognise import recognise
from kzedu_graph.model.prose import Provision
from kzedu_graph.registry.resolving import Registry

RULES = "# Бақты күту қағидалары\n\n## 1-тарау. Жалпы ережелер\n\n"
STATUTE = "# Бақ бөлімі туралы ереже\n\n## 2-тарау. Міндеттері мен өкілеттіктері\n\n"
ORDER = "# Бақ мәселелері туралы\n\nБҰЙЫРАМЫН:\n\n"
POST = "# Бағбанның лауазымдық нұсқаулығы\n\n## 2. Лауазымдық міндеттері\n\n"


def provisions(head: str, *lines: str) -> tuple[Provision, ...]:
    """Every duty of lines below a head."""
    text = head + "\n\n".join(lines) + "\n"
    source, settings = recognise("note.kk", text)
    document = READERS[source.reader](source.stem, text, "kk")
    return extract_document(source, settings, document, Registry.load()).provisions


def bound(head: str, *lines: str) -> list[tuple[str | None, str | None]]:
    """Bearer and deed of every duty."""
    return [(one.bearer_text, one.deed) for one in provisions(head, *lines)]


@pytest.mark.parametrize(
    ("sentence", "bearers"),
    [
        ("Бақ иесі өтініш берген жағдайда бағбан шарт жасайды және көшетті береді.", ["бағбан", "бағбан"]),
        ("Келуші құралды қайтармаған кезде күзетші акт жасайды, басшыға хабарлайды.", ["күзетші", "күзетші"]),
        ("Келуші кеткеннен кейін күзетші бақты қарайды және қақпаны жабады.", ["күзетші", "күзетші"]),
        ("Бақ иесі өтініш берген соң директор шарт жасайды және көшетті береді.", ["директор", "директор"]),
        ("Бағбан келмеген күні директордың орынбасары кезекші тағайындайды және кестеге өзгеріс енгізеді.", 2 * ["директордың орынбасары"]),
        ("Бағбан ауырған жағдайда анықтама әкеледі және басшыға хабарлайды.", ["Бағбан", "Бағбан"]),
        ("Бағбан жұмыс аяқталғаннан кейін құралды тазалайды және қоймаға тапсырады.", ["Бағбан", "Бағбан"]),
        ("Көшеттер түскен күні кеңсе оларды тіркейді және бағбанға береді.", ["кеңсе", "кеңсе"]),
        ("2031 жылы мектеп бақ салады.", ["мектеп"]),
        ("Санат беруге үміткер бағбандар есеп ұсынады.", ["Санат беруге үміткер бағбандар"]),
    ],
)  # fmt: skip
def test_who_does_what_behind_a_condition(sentence: str, bearers: list[str]) -> None:
    """A second deed is of whoever does the first, not of who opens the condition before it."""
    assert [one.bearer_text for one in provisions(RULES, f"1. {sentence}")] == bearers


def test_condition_with_a_comma_in_it() -> None:
    """Who comes late, and when, is left out of what is done then."""
    sentence = (
        "1. Көрсетілетін қызметті алушы жұмыс уақыты аяқталғаннан кейін, мереке күндері келген жағдайда "
        "көшеттерді беру келесі жұмыс күні жүзеге асырылады."
    )
    assert bound(RULES, sentence) == [(None, "көшеттерді беру жүзеге асырылады")]
    assert bound(RULES, "1. Есепті тексеруші жұмыс аяқталғаннан кейін архивке береді.") == [
        ("Есепті тексеруші", "архивке береді")
    ]


def test_list_below_an_item() -> None:
    """Lines without a number are of the item that leads them in, in a capital, too."""
    assert bound(
        STATUTE,
        "6. Өкілеттіктері:",
        "1) құқықтары:",
        "Тастықорған аумағында көшет жинау;",
        "2) міндеттері:",
        "Орман облысының бақтарын күту;",
        "гүлді суару;",
        "Есеп беру.",
    ) == [
        ("Бақ бөлімі", "Тастықорған аумағында көшет жинау"),
        ("Бақ бөлімі", "Орман облысының бақтарын күту"),
        ("Бақ бөлімі", "гүлді суару"),
        ("Бақ бөлімі", "Есеп беру"),
    ]
    below = bound(RULES, "6. Бөлім:", "1) гүлді суарады;", "2) бақты күтеді.", "Бағбан есеп береді.")
    assert below[-1] == ("Бағбан", "есеп береді")


@pytest.mark.parametrize(
    ("sentence", "bearer"),
    [
        ("Келушілердің баққа директордың рұқсатынсыз кіруіне жол берілмейді.", "Келушілердің"),
        ("Балалардың ата-аналарының келісімінсіз сапарға шығуына тыйым салынады.", "Балалардың"),
        ("Қызметкердің басшының келісімі болмаған кезде кетуіне жол берілмейді.", "Қызметкердің"),
        ("Бағбанның келушіні бақтан шығаруына жол берілмейді.", "Бағбанның"),
        ("Нұсқаулықтан өтпеген бағбандар жұмысқа жіберілмейді.", "Нұсқаулықтан өтпеген бағбандар"),
        ("Көрмеге кешіккен адамдар жіберілмейді.", "Көрмеге кешіккен адамдар"),
        ("Ақаулы арбалар баққа жіберілмейді.", None),
        ("Хабарлама бағбандарға жіберілмейді.", None),
        ("Баққа иттердің кіруіне тыйым салынады.", None),
    ],
)
def test_whom_a_ban_binds(sentence: str, bearer: str | None) -> None:
    """It binds those whose doing it is, or who are not admitted; not whose leave is missing."""
    assert [(one.modality, one.bearer_text) for one in provisions(RULES, f"1. {sentence}")] == [("prohibition", bearer)]


def test_what_things_may_not_do_is_banned() -> None:
    """What is forbidden is the doing of things."""
    (ban,) = provisions(RULES, "1. Баққа арбалардың кіруіне тыйым салынады.")
    assert ban.object == "арбалардың кіруіне"


def test_steps_with_doers_of_their_own() -> None:
    """An item that says who does it is not told of its lead-in's subject as well."""
    found = provisions(
        RULES,
        "5. Бөлім мынадай іс-қимылдарды жүзеге асырады:",
        "1) кеңсе өтінішті қабылдайды – 15 минут;",
        "2) бағбан көшетті дайындайды – 2 жұмыс күні;",
        "3) шартты сақтайды.",
    )
    assert [(one.bearer_text, one.deed, one.deadline_text, one.within) for one in found] == [
        ("кеңсе", "өтінішті қабылдайды", "15 минут", "PT15M"),
        ("бағбан", "көшетті дайындайды", "2 жұмыс күні", "P2D"),
        ("Бөлім", "шартты сақтайды", None, None),
    ]
    kept = bound(RULES, "5. Бөлім мынадай жұмыстарды жүргізеді:", "1) үздік бағбан байқауын өткізеді.")
    assert ("Бөлім", "үздік бағбан байқауын өткізеді") in kept


@pytest.mark.parametrize(
    ("sentence", "term"),
    [
        ("Мектеп 2031 жылғы 15 мамырға дейін осы бұйрықты бағбандарға жеткізсін.", "2031 жылғы 15 мамырға дейін"),
        ("Мектеп 2031 жылғы 15 мамырда осы бұйрықты таныстырсын.", "2031 жылғы 15 мамырда"),
        ("Мектеп 2031 жылға дейінгі мерзімде бақ салсын.", "2031 жылға дейінгі мерзімде"),
        ("Мектеп 10 мамырға қарай есеп ұсынады.", "10 мамырға қарай"),
        ("Мектеп 2031 жылғы 10 мамырға қарай есеп ұсынады.", "2031 жылғы 10 мамырға қарай"),
        ("Көрме 28 мамыр мен 9 маусым аралығында өтеді.", "28 мамыр мен 9 маусым аралығында"),
        ("Бағбан жұмысқа таңғы жиыннан 15 минут бұрын келеді.", "жиыннан 15 минут бұрын"),
        ("Бағбан көшетті тексереді – 2 жұмыс күні.", "2 жұмыс күні"),
        ("Мектептер айдың 5-күніне дейін есеп береді.", "айдың 5-күніне дейін"),
        ("2031 жылғы 15 мамырдағы № 5 бұйрық орындалсын.", None),
        ("2031 жылғы 15 мамырда бекітілген осы бұйрықты мектептер орындасын.", None),
        ("2031 жылға дейінгі мерзімге арналған стратегия бекітілсін.", None),
        ("Келушілер жасына қарай бөлінеді.", None),
        ("Бағбан екі бақты – 2 көшет пен гүлді – суарады.", None),
    ],
)
def test_terms(sentence: str, term: str | None) -> None:
    """A day before the act that a point speaks of is its term, and so is the length of a step."""
    assert [one.text for one in find_deadlines(sentence, "kk", None)] == ([term] if term else [])


@pytest.mark.parametrize(
    ("lead", "bearer"),
    [
        ("Бағбан комиссияға:", "Бағбан"),
        ("Мектеп ата-аналарға:", "Мектеп"),
        ("Директор педагогикалық кеңеске:", "Директор"),
        ("Өтініш беруші Мемлекеттік корпорацияға:", "Өтініш беруші"),
        ("Аудан мектептеріне:", "Аудан мектептеріне"),
        ("Мектептерге:", "Мектептерге"),
        ("Жергілікті атқарушы органдарға:", "Жергілікті атқарушы органдарға"),
    ],
)
def test_subject_before_a_recipient(lead: str, bearer: str) -> None:
    """Who hands something to somebody is bound, not both; an addressee stands alone."""
    found = provisions(RULES, f"1. {lead}", "1) есепті ұсынады;", "2) көшетті береді.")
    assert [one.bearer_text for one in found] == [bearer, bearer]


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("ҰБТ оқушылардың білім деңгейін анықтайды.", 0),
        ("СББЖ оқу мерзімін белгілейді.", 0),
        ("ҚӨО көрме орындарын анықтайды.", 1),
        ("Бірінші кезең аяқталғаннан кейін екіншісі өзгеріссіз қалады.", 0),
        ("Күзетшілердің біреуі есік алдында тұрады, екіншісі дәлізде қалады.", 0),
        ("Шарттың екі данасының бірі бағбанда қалады.", 1),
        ("Аллеяның ені кемінде 2 метрді құрайды.", 1),
        ("Аллеяның ені 2 метрді құрайды.", 0),
        ("Қоршау биіктігі 2 метрден аспайды.", 1),
    ],
)
def test_what_is_a_duty(sentence: str, count: int) -> None:
    """Letters of a test or a plan act no more than what stays as it is; a least width is a norm."""
    assert len(provisions(RULES, f"1. {sentence}")) == count


def test_what_begins_and_ends() -> None:
    """It is told of one thing, each of its days."""
    (one,) = provisions(RULES, "1. Гүл егу 1 мамырда басталады және 20 мамырда аяқталады.")
    assert (one.deed, one.object) == ("Гүл егу басталады және аяқталады", "Гүл егу")


def test_items_of_when() -> None:
    """Each is told with the thing of its lead-in, its dash and its day apart."""
    found = provisions(ORDER, "1. Көрме:", "1) қалада – 10 маусымда;", "2) ауылда – 2031 жылғы 15 маусымда өткізілсін.")
    assert [(one.deed, one.object, one.deadline_text) for one in found] == [
        ("Көрме қалада өткізілсін", "Көрме", "10 маусымда"),
        ("Көрме ауылда өткізілсін", "Көрме", "2031 жылғы 15 маусымда"),
    ]
    kinds = provisions(ORDER, "1. Бақ демалыстары:", "1) күзгі – 1 қарашаға дейін;", "2) қысқы – 10 қаңтарға дейін белгіленсін.")  # fmt: skip
    assert [one.object for one in kinds] == ["Бақ күзгі демалыстары", "Бақ қысқы демалыстары"]
    stages = provisions(ORDER, "1. Көрме:", "1) аудандық кезең – мамыр айында;", "2) облыстық кезең – қазан айында өткізілсін.")  # fmt: skip
    assert [one.object for one in stages] == ["аудандық кезең", "облыстық кезең"]
    ways = provisions(RULES, "1. Бағбан құжаттарды:", "1) портал арқылы;", "2) кеңсе арқылы береді.")
    assert [one.deed for one in ways] == ["құжаттарды портал арқылы береді", "құжаттарды кеңсе арқылы береді"]


def test_codes_to_know() -> None:
    """A code in the accusative is a thing, no command."""
    known = provisions(POST, "2. Білуі тиіс:", "Орман заңын;", "Қазақстан Республикасының Еңбек кодексін")
    assert known[-1].object == "Қазақстан Республикасының Еңбек кодексін"


@pytest.mark.parametrize(
    ("sentence", "done_to"),
    [
        ("Комитет көрменің белгіленген мерзімде өткізілуін қамтамасыз етеді.", "көрменің белгіленген мерзімде өткізілуін"),
        ("Комитет гүлдерді заңда белгіленген тәртіппен күтуді қамтамасыз етеді.", "гүлдерді заңда белгіленген тәртіппен күтуді"),
        ("Комитет көшеттерді күтуді қамтамасыз етеді.", "көшеттерді күтуді"),
    ],
)  # fmt: skip
def test_whole_doings(sentence: str, done_to: str) -> None:
    """What a doing is of stands before the order and the time in which it is done."""
    assert [one.object for one in provisions(RULES, f"1. {sentence}")] == [done_to]


def test_by_whose_hand() -> None:
    """Who signs and seals does what is done by his hand, behind a further passive as well."""
    assert [one.bearer_text for one in provisions(RULES, "1. Акт бағбанның қолымен және мөрмен расталады.")] == ["бағбанның"]  # fmt: skip
    journal = provisions(RULES, "1. Журнал тігіледі және басшының қолымен расталады.")
    assert sorted(one.bearer_text or "" for one in journal) == ["", "басшының"]


def test_number_before_a_year() -> None:
    """The number of a point is no word of it before a year, either."""
    (one,) = provisions(ORDER, "2. 2031 жылға арналған бақта гүлдер суарылсын.")
    assert one.deed == "2031 жылға арналған бақта гүлдер суарылсын"
