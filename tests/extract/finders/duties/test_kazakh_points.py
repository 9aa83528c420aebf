"""Whom and how often points of Kazakh acts bind, as old and new acts word it; all text is invented."""

from __future__ import annotations

import pytest

from extract.finders.duties.prose import read_prose
from extract.finders.duties.provisions import find_provisions
from extract.finders.duties.times.deadlines import find_deadlines
from extract.readers.layout import READERS
from extract.sources.recognise import recognise
from kzedu_graph.model.prose import Provision
from kzedu_graph.registry.resolving import Registry
from tests.read_duties import read_duties

BEARERS = [
    # What a body has to do with, the noun of a verb with what stands before it.
    ("instruction", "Жұмыспен қамту және бақ бағдарламалары органдары тізімді жасайды.",
     ["Жұмыспен қамту және бақ бағдарламалары органдары"]),
    ("instruction", "Тұрғындарды қорғау және сауда органдары есепті тексереді.",
     ["Тұрғындарды қорғау және сауда органдары"]),
    ("instruction", "Есепті тексеру комиссиясы қарайды.", ["тексеру комиссиясы"]),
    ("instruction", "Кеңестің отырысын сайлау комиссиясының төрағасы ашады.", ["сайлау комиссиясының төрағасы"]),
    # A country before a list of ministries, whose names have commas in them.
    ("enacting", "Қазақстан Республикасы Бақ және гүлді қорғау, Көшет және тұқым министрліктері мен облыстардың, Бақты "
     "қаласының әкімдері шаралар қабылдасын.",
     ["Қазақстан Республикасы Бақ және гүлді қорғау, Көшет және тұқым министрліктері мен облыстардың, Бақты қаласының "
      "әкімдері"]),
    # Lists: names in brackets without a comma, slashes as brackets, whatever the form of property is.
    ("enacting", "Бақ басқармасы (С. Садов) облыстық гүл қоғамы (Б. Липов) көшеттерді суарсын.",
     ["Бақ басқармасы (С. Садов) облыстық гүл қоғамы (Б. Липов)"]),
    ("enacting", "Бақ басқармасына /С.Садов/, гүл комитетіне /Б.Липов/ көшет егу ұсынылсын.",
     ["Бақ басқармасына /С.Садов/, гүл комитетіне /Б.Липов/"]),
    ("enacting", "Аудан әкімдері, меншік нысанына қарамастан бақ ұйымдарының басшылары көшет егуге жәрдемдессін.",
     ["Аудан әкімдері, меншік нысанына қарамастан бақ ұйымдарының басшылары"]),
    ("enacting", "Гүл саясаты жөніндегі комитет қоғамдық бақтың тарифін қарасын.", ["Гүл саясаты жөніндегі комитет"]),
    ("instruction", "Жолаушылар тасымалдау жөніндегі дирекция ұзақ мерзімді билеттерді жасайды.",
     ["Жолаушылар тасымалдау жөніндегі дирекция"]),
    ("instruction", "Кеңестің, оның тұрақты комиссияларының және өзге де органдарының төрағалары есеп береді.",
     ["Кеңестің, оның тұрақты комиссияларының және өзге де органдарының төрағалары"]),
    # Whom no list knows, in brackets how it is called; who goes with others.
    ("instruction", "Билеттерді (талондарды) «Бақ» ЖШС-нің кассалары (бұдан әрі – касса) береді.",
     ["«Бақ» ЖШС-нің кассалары"]),
    ("instruction", "Автобус келген кезде еріп жүрушілер тәртіпті қамтамасыз етеді.", ["еріп жүрушілер"]),
    ("instruction", "Балаларды тасымалдауға дайындық кезінде тасымалдаушы алаңды тексереді.", ["тасымалдаушы"]),
    ("instruction", "Журналды бақ қауіпсіздігін қамтамасыз етуге немесе құралдарды сақтауға жауапты адам жүргізеді.",
     ["бақ қауіпсіздігін қамтамасыз етуге немесе құралдарды сақтауға жауапты адам"]),
    # Who was elected before the term began acts in it no more.
    ("instruction", "Мүшелер сайланған күннен бастап он күн ішінде кеңестің төрағасы отырысты шақырады.",
     ["кеңестің төрағасы"]),
    ("instruction", "Мәселені бақ ұйымдары ұсынуы мүмкін.", ["бақ ұйымдары"]),
    # To whom a lead-in says what is advised; who is let do something behind what comes before.
    ("instruction", "Тәртіпті сақтау үшін үй иелерінің кооперативтеріне, бағбандарға: көшет егу ұсынылады.",
     ["үй иелерінің кооперативтеріне, бағбандарға"]),
    ("instruction", "Мынадай бағыттарға: көшет егу ұсынылады.", [None]),
    ("instruction", "Есік жабылғаннан кейін жүргізушіге қозғалысты бастауға рұқсат етіледі.", ["жүргізушіге"]),
    # Who is bound in a clause behind what somebody else must do; whom a command without a doer is not of.
    ("instruction", "Ұйымдар бақты суаруға міндетті, ал жалға алушылар шығындарды өтейді.",
     ["Ұйымдар", "жалға алушылар"]),
    ("enacting", "Бақта орындар ашылсын, бақ бөлімі көшеттерді жолдасын.", ["бақ бөлімі", None]),
    # Who answers for something.
    ("instruction", "Қызметкер журналдың сақталуына жауапты.", ["Қызметкер"]),
    ("instruction", "Директор кітаптардың сақталуына жауапкершілік көтереді.", ["Директор"]),
    ("instruction", "Қызметкерлер босатылғанда тапсырылған куәліктер жойылуы тиіс.", [None]),
]  # fmt: skip


@pytest.mark.parametrize(("mood", "text", "bearers"), BEARERS)
def test_whom_a_point_binds(mood: str, text: str, bearers: list[str | None]) -> None:
    assert [bearer for bearer, *_ in read_duties("kk", text, mood)] == bearers


SEVERAL = [
    # What is seen to with a term of its own is a deed beside what is seen to without one.
    ("enacting", "Бақ бөлімі осы бұйрықты тіркеуді және он күн ішінде оның көшірмесін кәсіпорынға жіберуді қамтамасыз "
     "етсін.",
     ["осы бұйрықты тіркеуді қамтамасыз етсін", "оның көшірмесін кәсіпорынға жіберуді қамтамасыз етсін"]),
    ("enacting", "Бақ бөлімі осы бұйрықтың тіркелуін және жариялануын қамтамасыз етсін.",
     ["осы бұйрықтың тіркелуін және жариялануын қамтамасыз етсін"]),
    # What somebody is given is a deed of its own.
    ("instruction", "Бағбандар көшеттермен қамтамасыз етіледі не оларға көшеттердің құны өтеледі.",
     ["Бағбандар көшеттермен қамтамасыз етіледі", "оларға көшеттердің құны өтеледі"]),
    ("instruction", "Қоса берілген құжаттар қаралмайды және кері қайтарылады.",
     ["Қоса берілген құжаттар қаралмайды", "кері қайтарылады"]),
    # A noun that looks as a command does is none.
    ("enacting", "Бақ басқармасы гүлдердің сапасын және бағасын бақылауды күшейтсін.",
     ["гүлдердің сапасын және бағасын бақылауды күшейтсін"]),
    # What only tells which things are meant.
    ("instruction", "Қаралуға тиіс басқа мәселелермен байланысты өтініштер тіркеледі.", ["тіркеледі"]),
]  # fmt: skip


@pytest.mark.parametrize(("mood", "text", "deeds"), SEVERAL)
def test_how_often_a_point_binds(mood: str, text: str, deeds: list[str]) -> None:
    found = [deed for _, deed, _ in read_duties("kk", text, mood)]
    assert len(found) == len(deeds)
    assert all(one.endswith(want) for one, want in zip(found, deeds, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "Жол бірнеше бөліктен тұруы мүмкін.",
        "Бақ иелері Бақ кодексінің 1-бабына сәйкес айқындалады.",
        "Осы тәртіппен реттелмеген қатынастар заңнамаға сәйкес реттелінеді.",
        "Осы Нұсқаулықта бақты күтуге қойылатын талаптар белгіленеді.",
        "Әкімнің № 7 шешімі күшін жойған болып саналсын.",
    ],
)
def test_what_only_describes_is_no_duty(text: str) -> None:
    assert read_duties("kk", text, "instruction") == []


def test_what_a_judgement_in_force_asks_is_a_duty() -> None:
    assert len(read_duties("kk", "Ауыстыру күшіне енген шешім болған кезде жүргізіледі.", "instruction")) == 1


ACT = """# Бақты күту шаралары туралы

Орман облысы әкімінің 2031 жылғы 3 мамырдағы № 56 шешімі

Орман облысының әкімі ШЕШІМ ЕТТІ:

1. Бақты күту ережесі бекітілсін.

2. Әкімнің 2029 жылғы 2 мамырдағы № 7 шешімі бақылаудан алынсын.

3. Аудан әкімдері мамандар үшін оқу ұйымдастырсын:

1) екі ай ішінде бақ құрсын;

2) тәртіпті анықтасын.

2031 жылғы 3 мамырдағы

№ 56 шешімімен бекітілген

Бақты күту ережесі

1. Тұрғындар көшеттермен қамтамасыз етіледі.

2. Мәселені көтерген ұйымдар өтінішке мынадай құжаттарды:

1) бақ туралы анықтаманы;

2) көшет туралы анықтаманы қоса береді.

3. Мыналарға тыйым салынады:

1) мас тұлғалар мен 10 жасқа толмаған балаларға отты жағуға;

2) бақта қоқыс тастауға.
"""


def provisions(text: str) -> tuple[Provision, ...]:
    """The duties of an act of its own."""
    registry = Registry.load()
    source, _ = recognise("act", text, registry)
    document = READERS[source.reader](source.stem, text, source.lang)
    return find_provisions(source, read_prose(document), registry, {})[0]


def test_what_an_act_approves_is_read_as_rules_though_lines_of_dates_stand_before_it() -> None:
    told = [(one.modality, one.bearer_text, one.deed) for one in provisions(ACT)]
    assert told == [
        ("requirement", "Аудан әкімдері", "мамандар үшін оқу ұйымдастырсын"),
        ("requirement", "Аудан әкімдері", "бақ құрсын"),
        ("requirement", "Аудан әкімдері", "тәртіпті анықтасын"),
        ("requirement", None, "Тұрғындар көшеттермен қамтамасыз етіледі"),
        ("requirement", "Мәселені көтерген ұйымдар", "бақ туралы анықтаманы қоса береді"),
        ("requirement", "Мәселені көтерген ұйымдар", "көшет туралы анықтаманы қоса береді"),
        ("prohibition", "мас тұлғалар мен 10 жасқа толмаған балаларға", "отты жағуға"),
        ("prohibition", None, "бақта қоқыс тастауға"),
    ]


TERMS = [
    ("Мүше сайланған күннен бастап отыз күндік мерзімнен кешіктірмей шақырады.",
     "Мүше сайланған күннен бастап отыз күндік мерзімнен кешіктірмей", "P30D"),
    ("Хаттама отырыстан кейін бір айдан кешіктірілмей басылады.", "отырыстан кейін бір айдан кешіктірілмей", "P1M"),
    ("Орган отырыс басталуынан кемінде екі апта бұрын ұсынады.", "отырыс басталуынан кемінде екі апта бұрын", "P2W"),
    ("Он күн қалғанда хабарлайды.", "Он күн қалғанда", "P10D"),
    ("Жауап бір айдан кешіктірілмейтін мерзімде беріледі.", "бір айдан кешіктірілмейтін мерзімде", "P1M"),
    ("Екі күннің ішінде береді.", "Екі күннің ішінде", "P2D"),
    ("Тексеру үш айдан соң өткізіледі.", "үш айдан соң", "P3M"),
    ("Есепті әр айдың 5-іне ұсынсын.", "әр айдың 5-іне", None),
    ("Қоқысты аптасына екі реттен кем емес шығарады.", "аптасына екі реттен кем емес", None),
]  # fmt: skip


DAYS = [
    ("Есепті 2031 жылдың 1 қаңтары мен 1 шілдесіне берсін.", ("2031-01-01", "2031-07-01"), None),
    ("Есепті 2031 жылғы 1 қаңтар мен 1 шілдеге берсін.", ("2031-01-01", "2031-07-01"), None),
    ("Есепті жыл сайын 10 қаңтар мен 10 шілдеге берсін.", ("--01-10", "--07-10"), "annual"),
    ("Есепті үстіміздегі жылдың 1 наурызына дейін берсін.", ("2031-03-01",), None),
    ("Жұмыс жартыжылдықта кемінде бір рет қаралсын.", (), "semiannual"),
]


@pytest.mark.parametrize(("text", "due", "recurrence"), DAYS)
def test_days_of_decisions(text: str, due: tuple[str, ...], recurrence: str | None) -> None:
    (found,) = find_deadlines(text, "kk", 2031)
    assert (found.due, found.recurrence) == (due, recurrence)


def test_what_recurs_is_no_recurrence_of_the_duty_where_it_tells_which_thing_is_meant() -> None:
    assert find_deadlines("Бөлім жыл сайынғы есепті бекітсін.", "kk", 2031) == []


@pytest.mark.parametrize(("text", "words", "within"), TERMS)
def test_terms_of_rules(text: str, words: str, within: str | None) -> None:
    (found,) = find_deadlines(text, "kk", 2031)
    assert (found.text, found.within) == (words, within)


def test_how_long_something_holds_is_no_deadline() -> None:
    assert find_deadlines("Куәлік төрт жылдық мерзімге беріледі.", "kk", 2031) == []


def test_the_term_of_one_body_is_not_that_of_the_next() -> None:
    text = ACT + "\n4. Бақ кеңесі он күн ішінде тексеру жүргізеді, нәтижесін бақ комиссиясы қарайды.\n"
    assert [one.deadline_text for one in provisions(text)[-2:]] == ["он күн ішінде", None]
