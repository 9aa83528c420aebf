"""Invented corpora of any size, in the corpus's layouts and languages: written at run time for figures of growth.

An act is drawn from a few words (`RU`, `KK`) and laid out in one of `LAYOUTS`; nothing of it is committed.
"""

from __future__ import annotations

import random
import textwrap
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path


@dataclass(frozen=True)
class Words:
    """What an act of one language is made of; `points` and `name` say how thing, place and deed stand together."""

    lang: str
    title: str
    header: str
    enacts: str
    chapter: str
    columns: tuple[str, ...]
    note: str
    key: tuple[tuple[str, str], ...]
    bodies: tuple[str, ...]
    deeds: tuple[str, ...]
    things: tuple[str, ...]
    places: tuple[str, ...]
    forms: tuple[str, ...]
    months: tuple[str, ...]
    until: tuple[str, ...]
    name: str
    due: str
    points: tuple[str, ...]


RU = Words(
    lang="ru",
    title="О плане мероприятий по развитию чтения, очередь {number}",
    header="Постановление акимата области Самал от {day} января 2025 года № {number}",
    enacts="Акимат области Самал ПОСТАНОВЛЯЕТ:",
    chapter="Глава 1. Чтение рядом с домом",
    columns=("№ п/п", "Наименование мероприятия", "Форма завершения", "Срок исполнения", "Ответственные исполнители"),
    note="Примечание: расшифровка аббревиатур:",
    key=(("МП", "Министерство просвещения Республики Казахстан"), ("МИО", "местные исполнительные органы")),
    bodies=(
        "МП",
        "МИО",
        "МФ",
        "МНЭ",
        "МЦРИАП",
        'АО "Национальный центр повышения квалификации "Өрлеу" (по согласованию)',
    ),
    deeds=("Разработка", "Обновление", "Проведение", "Создание", "Анализ", "Мониторинг", "Пополнение", "Открытие"),
    things=(
        "правил", "каталога", "фондов", "кружков", "методик", "программ", "кабинетов", "площадок", "конкурсов",
        "журналов",
    ),
    places=(
        "сельских школ", "читальных залов", "колледжей", "опорных школ", "детских садов", "мастерских",
        "районных центров",
    ),
    forms=("приказ", "отчет в МП", "методические рекомендации", "информация в МП", "учебная программа"),
    months=("январь", "март", "июнь", "сентябрь", "декабрь"),
    until=("января", "марта", "июня", "сентября", "декабря"),
    name="{deed} {thing} для {place} ({chance})",
    due="{month} {year} года",
    points=(
        "МП обеспечивает {thing} {place} до 1 {month} {year} года.",
        "Рекомендуется местным исполнительным органам поддержать {thing} {place}.",
        "В {year} году доля {place}, участвующих в обновлении {thing}, составит {share} %.",
    ),
)  # fmt: skip
KK = Words(
    lang="kk",
    title="Оқуды дамытудың іс-шаралар жоспары туралы, {number}-кезек",
    header="Самал облысы әкімдігінің 2025 жылғы {day} қаңтардағы № {number} қаулысы",
    enacts="Самал облысының әкімдігі ҚАУЛЫ ЕТЕДІ:",
    chapter="1-тарау. Үйге жақын кітап",
    columns=("Р/с №", "Іс-шараның атауы", "Аяқталу нысаны", "Орындау мерзімі", "Орындауға жауаптылар"),
    note="Ескертпе: аббревиатуралардың толық жазылуы:",
    key=(("ОМ", "Қазақстан Республикасының Оқу-ағарту министрлігі"), ("ЖАО", "жергілікті атқарушы органдар")),
    bodies=(
        "ОМ", "ЖАО", "ҰЭМ", "ЦДИАӨМ", '"Өрлеу" ұлттық біліктілікті арттыру орталығы" АҚ (келісу бойынша)',
        '"Talap" КеАҚ (келісу бойынша)',
    ),
    deeds=("әзірлеу", "жаңарту", "жинақтау", "құру", "талдау", "бағалау", "толықтыру", "енгізу"),
    things=(
        "қағидаларды", "каталогты", "қорларды", "үйірмелерді", "әдістемелерді", "бағдарламаларды", "тізбелерді",
        "алаңдарды", "көрмелерді", "журналдарды",
    ),
    places=(
        "ауыл мектептеріне", "оқу залдарына", "колледждерге", "тірек мектептерге", "балабақшаларға",
        "шеберханаларға", "аудан орталықтарына",
    ),
    forms=("бұйрық", "ОМ-ге есеп", "әдістемелік ұсынымдар", "ОМ-ге ақпарат", "оқу бағдарламасы"),
    months=("қаңтар", "наурыз", "маусым", "қыркүйек", "желтоқсан"),
    until=("қаңтарға", "наурызға", "маусымға", "қыркүйекке", "желтоқсанға"),
    name="{place} арналған {thing} {deed} ({chance})",
    due="{year} жылғы {month}",
    points=(
        "ОМ {year} жылғы 1 {month} дейін {place} арналған {thing} жаңартуды қамтамасыз етеді.",
        "Жергілікті атқарушы органдарға {place} арналған {thing} қолдау ұсынылады.",
        "{year} жылы {thing} жаңартуға қатысатын оқушылардың үлесі {share} % құрайды.",
    ),
)  # fmt: skip


@dataclass(frozen=True)
class Act:
    """An invented act: its header, its points of prose, and a plan whose rows have five cells each."""

    words: Words
    title: str
    header: str
    points: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Size:
    """How many measures and points an act has."""

    measures: int
    points: int


SMALL = tuple(Size(measures, measures // 2 - 1) for measures in (20, 30, 40, 50, 60))
"""In turn, so that every ten acts are as large as any other ten: some 6,700 characters on average."""
LARGE = tuple(Size(measures, 8 * measures) for measures in (100, 150, 200, 250, 300))
"""As large as the corpus's acts: some 200,000 characters, a plan of 200 measures, and prose."""


def write_corpus(
    folder: Path,
    documents: int,
    seed: int = 1,
    *,
    sizes: Sequence[Size] = SMALL,
    kinds: Sequence[tuple[str, Words]] = (("tabbed", RU), ("stacked", RU)),
) -> list[Path]:
    """So many acts, each with prose, a plan and a key of abbreviations; sizes and kinds (`KINDS`) in turn.

    Equal seeds give equal texts, and the first acts of a larger corpus are those of a smaller one.
    """
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for number in range(1, documents + 1):
        layout, words = kinds[(number - 1) % len(kinds)]
        act = _act(number, words, sizes[number % len(sizes)], random.Random(f"{seed}-{number}"))
        path = folder / f"{number:05}.txt"
        path.write_text("\n".join(LAYOUTS[layout](act)) + "\n", encoding="utf-8")
        files.append(path)
    return files


def _act(number: int, words: Words, size: Size, chance: random.Random) -> Act:
    header = words.header.format(day=chance.randint(1, 28), number=number)
    points = tuple(f"{item}. {_point(words, chance)}" for item in range(1, size.points + 1))
    rows = tuple(_cells(row, words, chance) for row in range(1, size.measures + 1))
    return Act(words, words.title.format(number=number), header, points, rows)


def _point(words: Words, chance: random.Random) -> str:
    return chance.choice(words.points).format(
        thing=chance.choice(words.things), place=chance.choice(words.places), month=chance.choice(words.until),
        year=chance.randint(2025, 2029), share=chance.randint(5, 95),
    )  # fmt: skip


def _cells(row: int, words: Words, chance: random.Random) -> tuple[str, ...]:
    name = words.name.format(
        deed=chance.choice(words.deeds), thing=chance.choice(words.things), place=chance.choice(words.places),
        chance=chance.randint(1, 999),
    )  # fmt: skip
    due = words.due.format(month=chance.choice(words.months), year=chance.randint(2025, 2029))
    bodies = ", ".join(chance.sample(words.bodies, chance.randint(1, 3)))
    return f"{row}.", name[0].upper() + name[1:], chance.choice(words.forms), due, bodies


# ---- layouts

_INDENT = "\u00a0 \u00a0 \u00a0 "
_WIDTH, _CELL, _PAGE = 80, 20, 45
"""Characters of a line of prose and of a cell, lines of a page."""


def _tabbed(act: Act) -> Iterator[str]:
    """A tab opens a cell on its own line, an empty line ends a row."""
    return _with_tabs(act, lambda cells: [*(f"\t{cell}" for cell in cells), ""])


def _stacked(act: Act) -> Iterator[str]:
    """A tab alone on its line opens a cell that stands below it."""
    return _with_tabs(act, lambda cells: [*(line for cell in cells for line in ("\t", cell)), ""])


def _with_tabs(act: Act, row: Callable[[Sequence[str]], list[str]]) -> Iterator[str]:
    yield from (f" {act.title}", act.header, "[bookmark: z1]", f"{_INDENT}{act.words.enacts}", "")
    for point in act.points:
        yield from (f"{_INDENT}{point}", "")
    yield f" {act.words.chapter}"
    yield from chain.from_iterable(map(row, (act.words.columns, *act.rows)))
    yield from ("", "", f"{_INDENT}{act.words.note}", "")
    for short, name in act.words.key:
        yield from (f"{short} – {name}", "")


def _paged(act: Act) -> Iterator[str]:
    """Wrapped lines that end with a space where they run on, cells between empty lines, pages between four."""
    lines = [act.title, "", act.header, *_paragraph(act.words.enacts)]
    lines += chain.from_iterable(map(_paragraph, act.points))
    lines += [""] * (-len(lines) % _PAGE)  # the plan begins on a page of its own
    lines += [*chain.from_iterable((title, "") for title in act.words.columns), "1 2 3 4 5", act.words.chapter, ""]
    for row in act.rows:
        for cell in row:
            lines += [*_wrapped(cell, _CELL), ""]
    lines += _paragraph(act.words.note)
    lines += [f"{short} – {name}" for short, name in act.words.key]
    for start in range(0, len(lines), _PAGE):
        yield from lines[start : start + _PAGE]
        yield from ("", "", "")


def _paragraph(words: str) -> list[str]:
    first, *others = _wrapped(words, _WIDTH)
    return [f"      {first}", *others]


def _wrapped(words: str, width: int) -> list[str]:
    *lines, last = textwrap.wrap(words, width, break_long_words=False)
    return [*(f"{line} " for line in lines), last]


def _marked(act: Act) -> Iterator[str]:
    """Markdown: headings, bold chapters, tables between bars."""
    yield from (f"# {act.title}", "", act.header, "", act.words.enacts, "")
    for point in act.points:
        yield from (point, "")
    yield from (f"**{act.words.chapter}**", "")
    columns = act.words.columns
    yield from (_barred(columns), _barred(["---"] * len(columns)), *map(_barred, act.rows))
    yield from ("", f"**{act.words.note}**", "")
    for short, name in act.words.key:
        yield from (f"{short} – {name}", "")


def _barred(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


LAYOUTS: dict[str, Callable[[Act], Iterator[str]]] = {
    "tabbed": _tabbed,
    "stacked": _stacked,
    "paged": _paged,
    "marked": _marked,
}
KINDS = tuple((layout, words) for layout in LAYOUTS for words in (RU, KK))
"""Every layout in both languages."""
MIXED = (*KINDS, ("tabbed", RU), ("stacked", KK))
"""Ten kinds in turn, so that every ten acts cost what any other ten do."""
