"""What Kazakh addresses, strategies and programmes lay on whom, sentence by sentence; all sentences are invented."""

from __future__ import annotations

import pytest
from read_duties import duties_of_text, read_duties

TITLE = "Гүлсай облысының бақ шаруашылығын дамыту бағдарламасы\n\n"

SENTENCES = [
    # Whose doing is needed, asked for or advised; no passive's thing, nor what comes about.
    ("Аудан әкімдіктерінің ескі құдықтарды тазартуы керек.", [("requirement", "Аудан әкімдіктерінің")]),
    ("Осы мақсатта фермерлердің суды үнемдеуі талап етіледі.", [("requirement", "фермерлердің")]),
    ("Ауыл әкімдерінің көшет отырғызғаны жөн.", [("recommendation", "Ауыл әкімдерінің")]),
    ("Бақты жаңарту үшін басқармалардың мамандарды дайындауы қажет.", [("requirement", "басқармалардың")]),
    ("Жобалардың уақытында аяқталуы қажет.", [("requirement", None)]),
    ("Балалардың қауіпсіздігін қамтамасыз ету қажет.", [("requirement", None)]),
    # Tasks that are set before somebody, his own, ours.
    ("Басқарманың алдында көшетжайларды көбейту міндеті қойылып отыр.", [("requirement", "Басқарманың")]),
    ("Әкімдердің алдына әр ауылда бақ салу міндетін қоямын.", [("requirement", "Әкімдердің")]),
    ("Былтыр әкімдердің алдына көшет егу міндеті қойылды.", []),
    ("Көшет егу міндеті қойылған болатын.", []),
    ("Алдымызға тұқым қорын жаңарту міндетін қойып отырмыз.", [("requirement", None)]),
    ("Әкімдіктің басты міндеті – ескі бақтарды жаңарту.", [("requirement", "Әкімдіктің")]),
    ("Біздің басты міндетіміз – мектептердің бағын жаңарту.", [("requirement", None)]),
    ("Бақтарды сақтау – әр азаматтың міндеті.", [("requirement", "әр азаматтың")]),
    # To whom it is said what is needed, who speaks included; bodies of which there is but one.
    ("Бізге жаңа бақтарды отырғызу керек.", [("requirement", "Бізге")]),
    ("Өнімге жету үшін рәсімді таңдалған орталық аккредиттейтін болады.", [("commitment", "таңдалған орталық")]),
    ("Үкіметке бақтарды санауды тапсырдым.", [("requirement", "Үкіметке")]),
    # What the writer holds, but nobody else; whom he calls upon, but no guests.
    ("Табысты балаларға аудару керек деп санаймын.", [("requirement", None)]),
    ("Тұрғындар бақты кеңейту керек деп есептейді.", []),
    ("Кәсіпкерлерді бақ отырғызуға шақырамын.", [("recommendation", "Кәсіпкерлерді")]),
    ("Баршаңызды мерекені тамашалауға шақырамыз.", []),
    ("Біз он көшетжай ашамыз.", [("commitment", "Біз")]),
    ("Біз бейбіт өмірді қалаймыз.", []),
    ("Біз бақтың отыз жылдығын атап өтеміз.", []),
    # What the speaker only holds or praises; a body before the bare noun of what it makes; who will do something.
    ("Тұрғындардың бақ егу бастамасын қолдаймын.", []),
    ("Депутаттардың ұсынысын құптаймын.", []),
    ("Әкімдік көшет бермеді.", []),
    ("Министрлік бақ ашады.", [("commitment", "Министрлік")]),
    ("Көшеттерді өңірлік палата тарататын болады.", [("commitment", "өңірлік палата")]),
    ("Көпбалалы отбасылар бақ ақысын төлеуден босатылады.", [("permission", "Көпбалалы отбасылар")]),
    # Tasks behind the deed that they are, nobody's by name.
    ("Арықтарды тазарту – бүгінгі күннің кезек күттірмейтін міндеті.", [("requirement", None)]),
    ("Бақты көбейту ауданның басым бағыты болады.", [("requirement", None)]),
    ("Бақ – ауданның басты байлығы.", []),
    ("Әкімдіктерге бақ салуды ұсынамын.", [("recommendation", "Әкімдіктерге")]),
    # In whose power something is.
    ("Сметаны бекіту – облыс әкімінің құзыретінде.", [("requirement", "облыс әкімінің")]),
    (
        "Жерді жалға беру, тарифті бекіту мәслихаттың айрықша құзыретіне кіреді.",
        [("requirement", "мәслихаттың"), ("requirement", "мәслихаттың")],
    ),
    ("Бұл мәселе басқарманың құзыретіне кірмейді.", []),
    # For whom something is not asked.
    ("Шағын мектептер үшін есеп тапсыру міндетті емес.", [("permission", "Шағын мектептер")]),
    ("Қауіпсіздік үшін шлем кию міндетті емес.", [("permission", None)]),
    # What is planned, and that its time has come; nouns that end as intentions do.
    ("Көшет санын екі есе арттыру межеленіп отыр.", [("intention", None)]),
    ("Жаңа зауыт салу жоспарда бар.", [("intention", None)]),
    ("Енді суды үнемдейтін кез келді.", [("requirement", None)]),
    ("Бақ егетін ұйым құру мәселесін шешетін уақыт жетті.", [("requirement", None)]),
    ("Құндылықтары: адалдық, ынтымақ.", []),
    # A further sentence of a body.
    (
        "Орман департаменті көшеттерді тіркейді. Сондай-ақ тұқым қорын күн сайын тексереді.",
        [("commitment", "Орман департаменті"), ("commitment", "Орман департаменті")],
    ),
    # A list of what somebody is charged with.
    (
        "Орман басқармасына мыналар тапсырылсын:\n\n- көшеттерді санау;\n- арықтарды тазалау.",
        [("requirement", "Орман басқармасына"), ("requirement", "Орман басқармасына")],
    ),
    # Whom a greeting before a sentence speaks to.
    ("Құрметті тұрғындар! Ұсыныстарды кеңеске жіберіңіздер.", [("requirement", "тұрғындар")]),
]


SECTIONS = [
    ("## 3. Негізгі бағыттар және іске асыру тетігі", None),
    ("## Бағдарламаны іске асырудың негізгі бағыттары мен тетіктері", None),
    ("## Жобалық кеңсенің функциялары", "Жобалық кеңсенің"),
    ("## Жобалық кеңсенің міндеттері", "Жобалық кеңсенің"),
    ("## Бақ көрмесінің міндеттері", None),
]


@pytest.mark.parametrize(("heading", "bearer"), SECTIONS)
def test_what_stands_below_a_heading(heading: str, bearer: str | None) -> None:
    below = "1 . Бақ жолдарын жөндеу;\n\n2 . Бақ картасын құру;\n\n- 1:100 ауқымда жерді өлшеу;\n\n- сызба алу."
    found = duties_of_text("kk", f"# {TITLE}{heading}\n\n{below}")
    assert [(one, deed) for _, one, deed in found] == [
        (bearer, "Бақ жолдарын жөндеу"),
        (bearer, "1:100 ауқымда жерді өлшеу"),
        (bearer, "сызба алу"),
    ]


@pytest.mark.parametrize(("text", "wanted"), SENTENCES, ids=[text[:40] for text, _ in SENTENCES])
def test_what_a_programme_lays_on_whom(text: str, wanted: list[tuple[str, str | None]]) -> None:
    assert [(modality, bearer) for modality, bearer, _ in duties_of_text("kk", TITLE + text)] == wanted


@pytest.mark.parametrize(
    ("text", "deeds"),
    [
        ("Біздің басты міндетіміз – ауыл бағын жаңарту.", ["ауыл бағын жаңарту"]),
        ("Жерді жалға беру, тарифті бекіту мәслихаттың құзыретіне кіреді.", ["Жерді жалға беру", "тарифті бекіту"]),
        ("Басты міндеті – мектептердің бағын жаңарту.", []),
    ],
)
def test_deeds_of_tasks(text: str, deeds: list[str]) -> None:
    assert [deed for _, deed, _ in read_duties("kk", text, "plan")] == deeds


@pytest.mark.parametrize(
    ("text", "deeds"),
    [
        (
            "I кезең (2031 жыл) – су қоймаларын тазарту; арықтарды жөндеу.\n\nЕкінші кезеңде – жаңа жүйені енгізу.",
            ["су қоймаларын тазарту", "арықтарды жөндеу", "жаңа жүйені енгізу"],
        ),
        ("Бірінші кезең – дайындық кезеңі.", []),
        ("## Мақсатқа жету жолдары\n\n- жаңа көшеттерді көбейту арқылы;", ["жаңа көшеттерді көбейту арқылы"]),
        ("## Мәселені шешу жолдары\n\n- құдықтарды қайта қазу;", ["құдықтарды қайта қазу"]),
    ],
)
def test_stages_and_ways_of_a_programme(text: str, deeds: list[str]) -> None:
    assert [deed for _, _, deed in duties_of_text("kk", f"# {TITLE}{text}")] == deeds
