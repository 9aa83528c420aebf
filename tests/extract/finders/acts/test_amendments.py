"""Instructions of invented amending acts, Russian and Kazakh side by side: action, place, target, act, new words."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from extract.finders.acts.amendments import find_amendments, without_new_wording
from extract.finders.acts.citations import find_citations
from extract.finders.acts.instruction_words import action_of
from extract.flow import extract_file
from extract.lexicon.amendments import wording
from extract.lexicon.loading import read_lexicon
from extract.readers.marked import read_marked
from kzedu_graph.model.prose import Amendment
from kzedu_graph.model.records import Source
from kzedu_graph.registry.resolving import Registry

RU = """# О некоторых вопросах школьных мастерских

Правительство Республики Казахстан ПОСТАНОВЛЯЕТ:

1. Внести в некоторые решения Правительства Республики Казахстан следующие изменения и дополнения:

   1) в постановлении Правительства Республики Казахстан от 4 мая 2030 года № 71 «О мастерских»:

      в пункте 2 слова «до 1 мая» заменить словами «до 1 июня»;

      абзац третий пункта 4 исключить;

      в приложении 2 к указанному постановлению:

      пункт 9 признать утратившим силу;

   2) в постановлении Правительства Республики Казахстан от 6 июня 2030 года № 95 «О кружках»:

      в Правилах работы кружков, утвержденных указанным постановлением:

      пункт 7 дополнить подпунктом 4) следующего содержания:

      «4) руководитель кружка до 1 сентября представляет план:

      отчет прилагается;»;

      заголовок главы 2 изложить в следующей редакции:

      «Глава 2. Порядок приема»;

      приложение 1 изложить в новой редакции согласно приложению к настоящему постановлению.

2. Признать утратившими силу:

   1) постановление Правительства Республики Казахстан от 7 июля 2029 года № 11 «О старых кружках»;

   2) пункт 3 постановления Правительства Республики Казахстан от 8 июля 2029 года № 12 «О станках».

3. Министерству просвещения Республики Казахстан до 1 октября 2031 года принять меры.
"""
KK = """# Кейбір қаулыларға өзгерістер енгізу туралы

Қазақстан Республикасының Үкіметі ҚАУЛЫ ЕТЕДІ:

1. Мыналарға өзгерістер мен толықтырулар енгізілсін:

   1) «Шеберханалар туралы» Қазақстан Республикасы Үкіметінің 2030 жылғы 4 мамырдағы № 71 қаулысында:

      2-тармақтағы «1 мамырға» деген сөздер «1 маусымға» деген сөздермен ауыстырылсын;

      4-тармақтың үшінші абзацы алып тасталсын;

   2) «Үйірмелер туралы» Қазақстан Республикасы Үкіметінің 2030 жылғы 6 маусымдағы № 95 қаулысында:

      көрсетілген қаулымен бекітілген Үйірмелер жұмысының қағидаларында:

      7-тармақ мынадай мазмұндағы 4) тармақшамен толықтырылсын:

      «4) үйірме жетекшісі 1 қыркүйекке дейін жоспар ұсынсын;»;

      2-тараудың тақырыбы мынадай редакцияда жазылсын:

      «2-тарау. Қабылдау тәртібі»;

      1-қосымша осы қаулыға қосымшаға сәйкес жаңа редакцияда жазылсын.

2. «Ескі үйірмелер туралы» Қазақстан Республикасы Үкіметінің 2029 жылғы 7 шілдедегі № 11 қаулысының күші жойылды деп танылсын.

3. Қазақстан Республикасының Оқу-ағарту министрлігі 2031 жылғы 1 қазанға дейін шара қолдансын.
"""
RULES, KK_RULES = "Правила работы кружков", "Үйірмелер жұмысының қағидалары"
WANTED = {
    "ru": [
        ("replace", ("пункт 2",), "слова «до 1 мая»", "P3000000071", "до 1 июня"),
        ("remove", ("пункт 4",), "абзац третий", "P3000000071", None),
        ("repeal", ("приложение 2",), "пункт 9", "P3000000071", None),
        ("insert", (RULES, "пункт 7"), "подпункт 4)", "P3000000095", "4) руководитель кружка до 1 сентября представляет план:\nотчет прилагается;"),
        ("retitle", (RULES, "глава 2"), "заголовок", "P3000000095", "Глава 2. Порядок приема"),
        ("replace", (RULES,), "приложение 1", "P3000000095", None),
        ("repeal", (), "постановление Правительства Республики Казахстан от 7 июля 2029 года № 11 «О старых кружках»", "P2900000011", None),
        ("repeal", ("пункт 3 постановления Правительства Республики Казахстан от 8 июля 2029 года № 12 «О станках»",), "пункт 3", "P2900000012", None),
    ],
    "kk": [
        ("replace", ("2-тармақ",), "«1 мамырға» деген сөздер", "P3000000071", "1 маусымға"),
        ("remove", ("4-тармақ",), "үшінші абзац", "P3000000071", None),
        ("insert", (KK_RULES, "7-тармақ"), "4) тармақша", "P3000000095", "4) үйірме жетекшісі 1 қыркүйекке дейін жоспар ұсынсын;"),
        ("retitle", (KK_RULES, "2-тарау"), "тақырып", "P3000000095", "2-тарау. Қабылдау тәртібі"),
        ("replace", (KK_RULES,), "1-қосымша", "P3000000095", None),
        ("repeal", (), "«Ескі үйірмелер туралы» Қазақстан Республикасы Үкіметінің 2029 жылғы 7 шілдедегі № 11 қаулысының", "P2900000011", None),
    ],
}  # fmt: skip
TEXTS = {"ru": RU, "kk": KK}


def amendments(text: str, lang: str) -> tuple[Amendment, ...]:
    source = Source("act", "act", lang, date(2031, 5, 5), "О залах", programme="act")
    document = read_marked("act", text, lang)
    return find_amendments(source, document, find_citations(source, document, Registry.load()))


@pytest.mark.parametrize("lang", ["ru", "kk"])
def test_instructions_say_what_is_changed_where_and_how(lang: str) -> None:
    found = amendments(TEXTS[lang], lang)
    assert [(one.action, one.path, one.target, one.act, one.words) for one in found] == WANTED[lang]
    assert [one.order for one in found] == list(range(1, len(found) + 1))


@pytest.mark.parametrize(
    ("lang", "kept", "gone"),
    [
        ("ru", "до 1 октября 2031 года принять меры", "руководитель кружка"),
        ("kk", "1 қазанға дейін шара қолдансын", "үйірме жетекшісі"),
    ],
)
def test_another_acts_wording_is_not_the_acts_own(lang: str, kept: str, gone: str) -> None:
    source = Source("act", "act", lang, date(2031, 5, 5), "О залах", programme="act")
    document = read_marked("act", TEXTS[lang], lang)
    own = without_new_wording(source, document, amendments(TEXTS[lang], lang))
    words = "\n".join(passage.text for passage in own.passages())
    assert kept in words
    assert gone not in words
    programme = Source("act", "act", lang, date(2031, 5, 5), "О залах", programme="p", amends=("p",))
    assert without_new_wording(programme, document, amendments(TEXTS[lang], lang)) is document


def test_one_point_amends_by_a_gerund_and_the_next_goes_on_with_the_act() -> None:
    text = (
        "ПРИКАЗЫВАЮ:\n\n1. Внести в приказ Министра просвещения Республики Казахстан от 12 мая 2030 года № 31 «О теплицах» "
        "изменение, изложив пункт 3 в следующей редакции:\n\n«3. Школам:\n\n1) вести журнал.».\n\n"
        "2. Указанный приказ дополнить приложением 3 согласно приложению к настоящему приказу.\n"
    )
    found = amendments(text, "ru")
    assert [(one.action, one.target, one.words) for one in found] == [
        ("replace", "пункт 3", "3. Школам:\nвести журнал."),
        ("insert", "приложение 3", None),
    ]
    assert {one.act for one in found} == {"act-2030-05-12-31-kz-moe"}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ru", "1. Утвердить Правила.\n\n2. Пункт 3 Правил исключить нельзя.\n\nпункт 5 исключить;\n"),
        ("kk", "1. Қағидалар бекітілсін.\n\n3-тармақ алып тасталсын.\n"),
    ],
)
def test_nothing_is_an_instruction_where_no_act_is_named(lang: str, text: str) -> None:
    assert amendments(text, lang) == ()


@pytest.mark.parametrize("lang", ["ru", "kk"])
def test_every_action_reads_its_example(lang: str) -> None:
    words = wording(lang)
    for rule in read_lexicon("amendments").data[lang]["actions"]:
        found = action_of(rule["example"], words)
        assert found is not None, rule["example"]
        assert found.action == rule["action"]
    for number, rule in enumerate(read_lexicon("amendments").data[lang]["words"]):
        action, pattern = words.words[number]
        assert pattern.search(rule["example"]), rule["example"]
        assert action == rule["action"]


ORDER_RU = "О залах\n\nПриказ Министра юстиции Республики Казахстан от 5 мая 2031 года № 77\n\nПРИКАЗЫВАЮ:\n1. Утвердить план.\n2. {told}\n"
ORDER_KK = "Залдар туралы\n\nҚазақстан Республикасы Әділет министрінің 2031 жылғы 5 мамырдағы № 77 бұйрығы\n\nБҰЙЫРАМЫН:\n1. Жоспар бекітілсін.\n2. {told}\n"


@pytest.mark.parametrize(
    ("form", "told", "wanted"),
    [
        (ORDER_RU, "Приостановить действие приказа Министра юстиции Республики Казахстан от 8 октября 2030 года N 81 «О садах» до 1 апреля 2032 года.", [("suspend", False, "act-2030-10-08-81-kz-moj")]),
        (ORDER_RU, "Приостановить до 1 января 2034 года действие пункта 3 приказа Министра юстиции Республики Казахстан от 8 октября 2030 года № 81.", [("suspend", True, "act-2030-10-08-81-kz-moj")]),
        (ORDER_KK, "«Бақтар туралы» Қазақстан Республикасы Әділет министрінің 2030 жылғы 8 қазандағы № 81 бұйрығының қолданылуы 2032 жылғы 1 сәуірге дейін тоқтатыла тұрсын.", [("suspend", False, "act-2030-10-08-81-kz-moj")]),
        (ORDER_RU, "Признать утратившими силу с 20 февраля 2031 года приказы Министра юстиции Республики Казахстан от 6 февраля 2028 года № 129 «О садах» и от 24 июня 2029 года № 74 «О парках».", [("repeal", False, "act-2028-02-06-129-kz-moj"), ("repeal", False, "act-2029-06-24-74-kz-moj")]),
        (ORDER_RU, "Признать утратившим силу приказ Министра юстиции Республики Казахстан от 24 июня 2029 года № 74 «О внесении изменений в приказ Министра юстиции Республики Казахстан от 6 февраля 2028 года № 129».", [("repeal", False, "act-2029-06-24-74-kz-moj")]),
        (ORDER_KK, 'Қазақстан Республикасы Әділет министрінің 2029 жылғы 15 қаңтардағы N 3 "Бақтар мәселелері" V990667_ бұйрығына мынадай өзгерту енгізілсін:\n\n2-тармақтағы "үш бақты" деген сөздері "бақты" деген сөзімен ауыстырылсын.', [("replace", True, "act-2029-01-15-3-kz-moj")]),
    ],
)  # fmt: skip
def test_what_is_done_to_whole_acts(tmp_path: Path, form: str, told: str, wanted: list[tuple[str, bool, str]]) -> None:
    file = tmp_path / "act.txt"
    file.write_text(form.format(told=told), "utf-8")
    found = extract_file(file, Registry.load())
    assert [(one.action, bool(one.path), one.act) for one in found.amendments] == wanted
    assert found.source.repeals == tuple(act for action, part, act in wanted if action == "repeal" and not part)
    assert not found.commencements


ANNEX_RU = """# О залах

Приказ Министра юстиции Республики Казахстан от 5 мая 2031 года № 77

ПРИКАЗЫВАЮ:

1. Утвердить перечень залов согласно приложению 1 к настоящему приказу.

2. Признать утратившими силу некоторые приказы Министра юстиции Республики Казахстан согласно приложению 2.

> *Приложение 1*  
> *к приказу Министра юстиции*  
> *от «__» _____ 2031 года № ___*

1. Зал, о котором сказано в приказе Министра юстиции Республики Казахстан от 1 мая 2030 года № 60.

> *Приложение 2*  
> *к приказу Министра юстиции*  
> *от «__» _____ 2031 года № ___*

1. Приказ Министра юстиции Республики Казахстан от 6 февраля 2028 года № 129 «О садах» (опубликован 8 мая 2028 года).

2. Приказ Министра юстиции Республики Казахстан от 24 июня 2029 года № 74 «О внесении изменений в приказ Министра юстиции Республики Казахстан от 6 февраля 2028 года № 129 «О садах» (опубликован 9 мая 2029 года).

3. Подпункт 2) Перечня приказов, в которые вносятся изменения, утвержденного приказом Министра юстиции Республики Казахстан от 1 июля 2029 года № 80.

> *Приложение 3*

1. Приказ Министра юстиции Республики Казахстан от 1 июля 2029 года № 81 остается в силе.
"""
ANNEX_KK = """# Залдар туралы

Қазақстан Республикасы Әділет министрінің 2031 жылғы 5 мамырдағы № 77 бұйрығы

БҰЙЫРАМЫН:

1. Осы бұйрыққа 2-қосымшаға сәйкес Қазақстан Республикасы Әділет министрінің кейбір бұйрықтарының күші жойылды деп танылсын.

> *Қазақстан Республикасы*  
> *Әділет министрінің*  
> *2031 жылғы 5 мамырдағы*  
> *№ 77 бұйрығына*  
> *2-қосымша*

1. «Бақтар туралы» Қазақстан Республикасы Әділет министрінің 2028 жылғы 6 ақпандағы № 129 бұйрығы.

2. «Саябақтар туралы» Қазақстан Республикасы Әділет министрінің 2029 жылғы 24 маусымдағы № 74 бұйрығы.
"""
TORN_RU = """# О залах

Приказ Министра юстиции Республики Казахстан от 5 мая 2031 года № 77

ПРИКАЗЫВАЮ:

4. Признать утратившими силу с 20 февраля 2031 года приказы Министра

```
юстиции Республики Казахстан от 6 февраля 2028 года N 129

V280478_

"О
садах" и от 24 июня 2029 года № 74

V290087_

"О парках".
5. Контроль возложить на вице-министра.
```
"""


@pytest.mark.parametrize(
    ("text", "acts", "parts"),
    [
        (ANNEX_RU, ("act-2028-02-06-129-kz-moj", "act-2029-06-24-74-kz-moj"), ("act-2029-07-01-80-kz-moj",)),
        (ANNEX_KK, ("act-2028-02-06-129-kz-moj", "act-2029-06-24-74-kz-moj"), ()),
        (TORN_RU, ("act-2028-02-06-129-kz-moj", "act-2029-06-24-74-kz-moj"), ()),
    ],
    ids=["annex-ru", "annex-kk", "torn-ru"],
)
def test_a_list_of_repealed_acts_in_an_annex_or_over_a_break(
    tmp_path: Path, text: str, acts: tuple[str, ...], parts: tuple[str, ...]
) -> None:
    file = tmp_path / "act.md"
    file.write_text(text, "utf-8")
    found = extract_file(file, Registry.load())
    assert found.source.repeals == acts
    assert {one.action for one in found.amendments} == {"repeal"}
    assert tuple(one.act for one in found.amendments if one.path) == parts
