"""What Kazakh deeds share with the one before them or with their lead-in. Invented sentences."""

from __future__ import annotations

import pytest

from tests.extract.finders.duties.test_kazakh_laws import provisions

_SHARED = [
    # Passives that stand one behind another, the last with by what, where or to what it is subject.
    ("Көшет кітабы нөмірленеді, тігіледі және мөрмен бекітіледі.", ["Көшет кітабы"]),
    (
        "Тізімнің бір данасы келісімге қоса беріледі және көшеттің егілген жері бойынша сақталады.",
        ["Тізімнің бір данасы", "Тізімнің бір данасы"],
    ),
    ("Келісім жазбаша нысанда жасалады және міндетті түрде тіркеуге жатады.", ["Келісім", "Келісім"]),
    ("Бақтың жиындары ашық болып табылады, үлкен залда өткізіледі.", ["Бақтың жиындары"]),
    (
        "Бақтың қорытындылары газетте жарияланады, сондай-ақ білім беру саласындағы уәкілетті органның сайтында орналастырылады.",
        ["Бақтың қорытындылары", "Бақтың қорытындылары"],
    ),
    # A comma before a passive with a subject of its own shares nothing.
    ("Көшеттер тексеріледі, бақтың тізімі кітапқа тігіледі.", ["Көшеттер", "бақтың тізімі"]),
    # One thing of converbs and verbs.
    (
        "Басқарма бақтың жобасын бес күн ішінде пысықтап, қол қояды және хатпен әкімдікке қайта енгізеді.",
        ["бақтың жобасын", "бақтың жобасын"],
    ),
    ("Хаттамаға бақтың басшысы қол қойып, әкімдікке енгізеді.", ["Хаттамаға"]),
    ("Басшы өтінімді қарап, басқармаға жібереді.", ["өтінімді"]),
    # A thing of its own, or a verb without any, takes none over.
    ("Комиссия өтінімдерді қарап, шешім қабылдайды.", ["шешім"]),
    ("Бағбан есепті тыңдап, жиынға қатысады.", ["жиынға"]),
    # What a lead-in names.
    ("1. Күзгі нұсқама:\n\n1) бағбандардың қатысуымен өткізіледі;\n\n2) жылына екі рет жүргізіледі.", ["Күзгі нұсқама"] * 2),
    ("1. Басшы көшетті мынадай:\n\n1) көшет солған жағдайларда шығарады.", ["көшетті"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "things"), _SHARED)
def test_what_deeds_share(text: str, things: list[str]) -> None:
    assert [one.object for one in provisions(text)] == things


_OWN = [
    # Who does something himself is no object; what is told of, and who is told.
    ("Бағбан көшеттерді бақ басшысына өзі ұсынады.", "көшеттерді"),
    ("Бағбан басшыға көшеттердің өсуі туралы баяндайды.", "көшеттердің өсуі туралы"),
    ("Басқармалар мектептерді егу жұмыстарының барысы туралы хабардар етеді.", "мектептерді"),
    # What is done to before a list of acts by which it is done, one of them made by somebody.
    ("Бақ өз қызметін заңдарға, әкім бекіткен шарттарға, осы ережеге сәйкес жүзеге асырады.", "өз қызметін"),
    # Before a season that is named by what is done in it.
    ("Әкімдер қазандық жағдайын жылыту кезеңі басталғанға дейін жақсартсын.", "қазандық жағдайын"),
    # Before what has been signed, from when on a term is counted.
    ("Меморандум қалалық бақ туралы шешімге қол қойылғаннан кейін бір ай мерзімде бекітіледі.", "Меморандум"),
    # Nouns that look like attributes, verbs and postpositions.
    ("Бақ мәжілісінде мәселені қарау нәтижесі бойынша қаулы қабылданады.", "қаулы"),
    (
        "Әкімдік бақтардың ортақ саясатын ауданның мүдделерімен және қажеттіліктерімен үйлестіре жүргізеді.",
        "бақтардың ортақ саясатын",
    ),
    ("Бағбандар желіде жұмысшылармен кері байланысты ұйымдастырады.", "кері байланысты"),
    # The first words of a name are no subject, nor is what is done meanwhile.
    ("Өтінішке білім алушының анкетасы қоса беріледі.", "білім алушының анкетасы"),
    ("Білім беру саласындағы уәкілетті органның сайтында орналастырылады.", None),
    ("ҚР ІІМ келісімімен бақта өткізіледі.", None),
]


@pytest.mark.parametrize(("text", "thing"), _OWN)
def test_what_is_done_to(text: str, thing: str | None) -> None:
    assert provisions(text)[-1].object == thing
