"""Decisions and orders in Kazakh as akims word them, the old ones above all; all text is invented."""

from __future__ import annotations

import pytest

from extract.finders.duties.prose import read_prose
from extract.finders.duties.provisions import find_provisions
from extract.readers.layout import READERS
from extract.sources.recognise import recognise
from kzedu_graph.registry.resolving import Registry
from tests.read_duties import read_duties

NAMED = [
    # Who answers stands in brackets behind each body, the initials before or behind the surname, no comma needed.
    ("Бақ басқармасы (С. Садов) көшеттерді баптау базасының бөлімшесі (Б. Липов): шаралар қабылдасын.",
     ["Бақ басқармасы (С. Садов) көшеттерді баптау базасының бөлімшесі (Б. Липов)"]),
    ("Бақты күту жөніндегі комитет (Садов С.), гүл, көшет және шырша егу жөніндегі дирекция (Липов Б.Б.) және дерек "
     "жинайтын басқа да ұйымдар мен мекемелер көмек көрсетсін.",
     ["Бақты күту жөніндегі комитет (Садов С.), гүл, көшет және шырша егу жөніндегі дирекция (Липов Б.Б.) және дерек "
      "жинайтын басқа да ұйымдар мен мекемелер"]),
    ("Аудан әкімдері, көшет егу /Садов С.С./, гүл өсіру /Липов Б./ басқармалары тәртіпті басшылыққа алсын.",
     ["Аудан әкімдері, көшет егу /Садов С.С./, гүл өсіру /Липов Б./ басқармалары"]),
    ("Бақ басқармасы, көшеттері мен гүлдері бар басқа да мекемелер есеп берсін.",
     ["Бақ басқармасы, көшеттері мен гүлдері бар басқа да мекемелер"]),
    # Towns before one noun, one of which looks as what was done; a purpose behind who opens the point.
    ("Аудандардың, Бақты, Тастықорған, Гүлді қалаларының әкімдері жобаларды жедел қабылдау үшін кіші бақтарды қолдау "
     "бөлімдерін құруға қаражат бөлсін.",
     ["Аудандардың, Бақты, Тастықорған, Гүлді қалаларының әкімдері"]),
    # To whom something is said, with his towns and fields.
    ("Аудандардың және Бақты қаласының әкімдеріне: көшеттер егу тапсырылсын.",
     ["Аудандардың және Бақты қаласының әкімдеріне"]),
    ("Гүлді қаласы және Бақты ауданы бойынша орман басқармасына (Садов С.С.) көшет егу ұсынылсын.",
     ["Гүлді қаласы және Бақты ауданы бойынша орман басқармасына (Садов С.С.)"]),
    # What is banned is what somebody does, in the genitive.
    ("Бақ органдары лауазымды тұлғаларының көшеттерді сатуына тиым салынсын.", ["Бақ органдары лауазымды тұлғаларының"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "bearers"), NAMED)
def test_whom_a_decision_binds(text: str, bearers: list[str | None]) -> None:
    assert [bearer for bearer, *_ in read_duties("kk", text, "enacting")] == bearers


DEEDS = [
    # Brackets behind a command tell how; for having done what somebody is paid belongs to the pay.
    ("Мектептер құралдарды балаларға берсін (жалға беру, сату және т.б.).", "құралдарды балаларға берсін", "құралдарды"),
    ("Мектептер қаражатты басшылардың көшеттерді пайдаланғаны үшін ақы төлеуге жұмсауды тоқтатсын.",
     "қаражатты басшылардың көшеттерді пайдаланғаны үшін ақы төлеуге жұмсауды тоқтатсын",
     "қаражатты басшылардың көшеттерді пайдаланғаны үшін ақы төлеуге жұмсауды"),
    ("Мектептер бақты ластағаны үшін айыппұл салсын.", "бақты ластағаны үшін айыппұл салсын", "айыппұл"),
    ("Мектептер көшет сатуды тоқтатсын; <*>", "көшет сатуды тоқтатсын", "көшет сатуды"),
    ("Мектептер балалардың санасын бақылауды күшейтсін.", "балалардың санасын бақылауды күшейтсін",
     "балалардың санасын бақылауды"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "deed", "done_to"), DEEDS)
def test_what_a_decision_asks(text: str, deed: str, done_to: str | None) -> None:
    ((_, said, thing),) = read_duties("kk", text, "enacting")
    assert (said, thing) == (deed, done_to)


def test_what_the_act_does_itself_is_no_duty_though_brackets_stand_behind_it() -> None:
    assert read_duties("kk", "Бақты күту бағдарламасы бекітілсін (қоса беріліп отыр).", "enacting") == []


ACT = """# Бақты күту шаралары туралы

Орман облысының әкімі ШЕШІМ ЕТТІ:

1. Аудан әкімдері көшеттер егілсін деп нұсқау берсін. Осы нұсқаудың орындалуын тексерсін. Тәртіп бұзылса, рұқсат қайтарып алынсын.

2. Бақ басқармасы оқу өткізсін:

1) бақ құрсын;

2) тәртіпті анықтасын.

3. Бақ басқармасы мынадай шаралар қабылдасын:

1) гүлзар ашсын;

2) көшет сатып алсын.
"""


def told(text: str) -> list[tuple[str | None, str | None]]:
    """Bearer and deed of every duty of an act of its own."""
    registry = Registry.load()
    source, _ = recognise("act", text, registry)
    document = READERS[source.reader](source.stem, text, source.lang)
    found, _ = find_provisions(source, read_prose(document), registry, {})
    return [(one.bearer_text, one.deed) for one in found]


def test_a_point_goes_on_with_whom_it_bids_and_a_lead_in_bids_beside_its_items() -> None:
    assert told(ACT) == [
        ("Аудан әкімдері", "көшеттер егілсін деп нұсқау берсін"),
        ("Аудан әкімдері", "Осы нұсқаудың орындалуын тексерсін"),
        (None, "рұқсат қайтарып алынсын"),
        ("Бақ басқармасы", "оқу өткізсін"),
        ("Бақ басқармасы", "бақ құрсын"),
        ("Бақ басқармасы", "тәртіпті анықтасын"),
        ("Бақ басқармасы", "гүлзар ашсын"),
        ("Бақ басқармасы", "көшет сатып алсын"),
    ]
