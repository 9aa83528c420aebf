"""Invented plans of action, the same in every carrier, with what must come out of them.

A plan is drawn by a seed: its language, its rows, the order of its columns, the titles (of the lexicon, or one that the
lexicon lacks), and which column is missing. `CARRIERS` write it down in as many ways as plans reach people.
"""

from __future__ import annotations

import random
from array import array
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape

from carriers import as_docx, as_pdf

from extract.document.blocks import Cell, Document, Heading, Passage, Row, Table
from extract.lexicon.words import words

NAMES = {
    "ru": (
        "Обновить стенд о саде", "Посадить аллею у школы", "Провести день открытых дверей", "Проверить запасы воды",
        "Разработать памятку для садоводов", "Отремонтировать теплицу", "Собрать отзывы жителей", "Открыть кружок биологии",
    ),
    "kk": (
        "Бақ туралы стендті жаңарту", "Мектеп жанына аллея отырғызу", "Ашық есік күнін өткізу", "Су қорын тексеру",
        "Бағбандарға жаднама әзірлеу", "Жылыжайды жөндеу", "Тұрғындардың пікірін жинау", "Биология үйірмесін ашу",
    ),
}  # fmt: skip
FORMS = {
    "ru": ("отчет", "информация в МФ", "приказ", "акт", "протокол", "справка"),
    "kk": ("есеп", "Үкіметке ақпарат", "бұйрық", "акт", "хаттама", "анықтама"),
}
DEADLINES: Mapping[str, tuple[tuple[str, tuple[str, ...], str | None], ...]] = {
    "ru": (
        ("март 2031 года", ("2031-03",), None),
        ("IV квартал 2031 года", ("2031-Q4",), None),
        ("до 1 сентября 2031 года", ("2031-09-01",), None),
        ("ежеквартально", (), "quarterly"),
        ("декабрь, 2031 – 2033 годы", ("2031-12", "2032-12", "2033-12"), None),
        ("ежемесячно, до 10 числа", (), "monthly"),
        ("май", ("2031-05",), None),
        ("раз в два года", (), "biennial"),
    ),
    "kk": (
        ("2031 жылғы наурыз", ("2031-03",), None),
        ("2031 жылғы IV тоқсан", ("2031-Q4",), None),
        ("2031 жылғы 1 қыркүйекке дейін", ("2031-09-01",), None),
        ("тоқсан сайын", (), "quarterly"),
        ("2031 – 2033 жылдар, желтоқсан", ("2031-12", "2032-12", "2033-12"), None),
        ("ай сайын, айдың 10-күніне дейін", (), "monthly"),
        ("мамыр", ("2031-05",), None),
        ("екі жылда бір рет", (), "biennial"),
    ),
}  # fmt: skip
PARTIES = {
    "ru": (("МФ",), ("МСХ", "МФ"), ("Завхоз",), ("Директор школы", "Бухгалтерия"), ("МП", "МИО"), ("Методист",)),
    "kk": (("ҚМ",), ("АШМ", "ҚМ"), ("Завхоз",), ("Мектеп директоры", "Бухгалтерия"), ("ОАМ", "ЖАО"), ("Әдіскер",)),
}
UNKNOWN_TITLES = {
    "ru": {"deadline": "К какому дню", "responsible": "За кем закреплено", "completion_form": "Чем подтвердим"},
    "kk": {"deadline": "Қай күнге дейін", "responsible": "Кімге жүктелді", "completion_form": "Немен дәлелденеді"},
}
TITLES = {
    "ru": "План мероприятий по уходу за садом на 2031 год",
    "kk": "Бақ күтімінің 2031 жылға арналған іс-шаралар жоспары",
}
MEASURE_TITLES = {"ru": ("мероприят", "работ"), "kk": ("іс-шара", "жұмыс")}
COLUMNS = ("deadline", "responsible", "completion_form")


@dataclass(frozen=True)
class Wanted:
    """A row as it must come out; a field of a column that the plan lacks is empty."""

    number: str
    name: str
    due: tuple[str, ...]
    recurrence: str | None
    parties: tuple[str, ...]
    forms: tuple[str, ...]


@dataclass(frozen=True)
class Plan:
    """A plan: its language, its title, the columns' titles and the cells, and what must come out."""

    lang: str
    title: str
    titles: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    wanted: tuple[Wanted, ...]


def draw(seed: int, lang: str, *, unknown: bool = False, missing: bool = False) -> Plan:
    """A plan by its seed; with `unknown` one title is none of the lexicon, with `missing` one column is not there."""
    chance = random.Random(f"{seed} {lang} {unknown} {missing}")
    strange = chance.choice(COLUMNS) if unknown else None
    lacks = chance.choice([column for column in COLUMNS if column != strange]) if missing else None
    kept = [column for column in COLUMNS if column != lacks]
    columns = ["number", "name", *chance.sample(kept, len(kept))]
    known = {
        column: sorted(title for title, kind in words(lang).column_titles.items() if kind == column)
        for column in ("number", "name", *COLUMNS)
    }
    known["name"] = [title for title in known["name"] if title.startswith(MEASURE_TITLES[lang])]
    titles = [
        UNKNOWN_TITLES[lang][column] if column == strange else chance.choice(known[column]).capitalize()
        for column in columns
    ]
    rows: list[tuple[str, ...]] = []
    wanted: list[Wanted] = []
    for number, name in enumerate(chance.sample(NAMES[lang], chance.randint(4, len(NAMES[lang]))), 1):
        words_of_date, due, recurrence = chance.choice(DEADLINES[lang])
        parties, form = chance.choice(PARTIES[lang]), chance.choice(FORMS[lang])
        cells = {
            "number": str(number),
            "name": name,
            "deadline": words_of_date,
            "responsible": ", ".join(parties),
            "completion_form": form,
        }
        rows.append(tuple(cells[column] for column in columns))
        dated = lacks != "deadline"
        wanted.append(
            Wanted(
                str(number),
                name,
                due if dated else (),
                recurrence if dated else None,
                () if lacks == "responsible" else parties,
                () if lacks == "completion_form" else (form,),
            )
        )
    return Plan(lang, TITLES[lang], tuple(titles), tuple(rows), tuple(wanted))


def _passage(text: str) -> Passage:
    return Passage(text, array("I", range(len(text))))


def _document(plan: Plan) -> Document:
    rows = tuple(
        Row(tuple(Cell((_passage(text),)) if text else Cell() for text in row)) for row in (plan.titles, *plan.rows)
    )
    return Document("plan", plan.lang, "", (Heading(_passage(plan.title)), Table(rows)))


def as_page(plan: Plan) -> bytes:
    """A page of HTML, the first two titles set across two rows."""
    titles = "".join(f"<th>{escape(title)}</th>" for title in plan.titles)
    rows = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in plan.rows)
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'></head><body><p>{escape(plan.title)}</p>"
        f"<table border='1'><tr>{titles}</tr>{rows}</table></body></html>"
    ).encode()


def as_pipes(plan: Plan) -> bytes:
    """Markdown, its table in pipes."""
    lines = [plan.titles, tuple("---" for _ in plan.titles), *plan.rows]
    return (f"# {plan.title}\n\n" + "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n").encode()


def as_tags(plan: Plan) -> bytes:
    """Markdown with a table of HTML, a tag a line, as repositories of law keep them."""
    rows = [
        "<tr>\n" + "\n".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in row) + "\n</tr>"
        for tag, row in (("th", plan.titles), *(("td", row) for row in plan.rows))
    ]
    return (f"# {plan.title}\n\n<table>\n" + "\n".join(rows) + "\n</table>\n").encode()


def as_tabs(plan: Plan) -> bytes:
    """A word processor's plain export: a tab opens a cell, a blank line closes a row."""
    rows = ["".join(f"\t{cell}\n" for cell in row) + "\n" for row in (plan.titles, *plan.rows)]
    return (f"{plan.title}\n\n" + "".join(rows)).encode()


def as_boxes(plan: Plan) -> bytes:
    """Box drawing, long cells over several lines."""
    width = 16
    rule = "┼".join("─" * width for _ in plan.titles)
    lines = [f"┌{rule.replace('┼', '┬')}┐"]
    for row in (plan.titles, *plan.rows):
        pieces = [_wrapped(cell, width - 2) for cell in row]
        for n in range(max(map(len, pieces))):
            shown = [(piece[n] if n < len(piece) else "").ljust(width - 2) for piece in pieces]
            lines.append("│ " + " │ ".join(shown) + " │")
        lines.append(f"├{rule}┤")
    lines[-1] = f"└{rule.replace('┼', '┴')}┘"
    return (f"{plan.title}\n\n" + "\n".join(lines) + "\n").encode()


def _wrapped(text: str, width: int) -> list[str]:
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def as_barred(plan: Plan) -> bytes:
    """Text copied from a page: a cell a line, a bar behind it."""
    cells = [cell for row in (plan.titles, *plan.rows) for cell in row]
    return (f"{plan.title}\n\n" + "\n".join(f"{cell} |" for cell in cells) + "\n").encode()


def as_paragraphs(plan: Plan) -> bytes:
    """Text copied from a page: a cell a paragraph."""
    cells = [cell for row in (plan.titles, *plan.rows) for cell in row]
    return (f"{plan.title}\n\n" + "\n\n".join(cells) + "\n").encode()


CARRIERS: Mapping[str, tuple[str, Callable[[Plan], bytes]]] = {
    "page": ("html", as_page),
    "pipes": ("md", as_pipes),
    "tags": ("md", as_tags),
    "tabs": ("txt", as_tabs),
    "boxes": ("txt", as_boxes),
    "barred": ("txt", as_barred),
    "paragraphs": ("txt", as_paragraphs),
    "word": ("docx", lambda plan: as_docx(_document(plan))),
    "ruled": ("pdf", lambda plan: as_pdf(_document(plan))),
    "unruled": ("pdf", lambda plan: as_pdf(_document(plan), ruled=False)),
    "unruled-middle": ("pdf", lambda plan: as_pdf(_document(plan), ruled=False, align="MIDDLE")),
    "unruled-bottom": ("pdf", lambda plan: as_pdf(_document(plan), ruled=False, align="BOTTOM")),
}
"""Each carrier's ending, and how a plan is written in it."""
ORDERED_BY_TITLES = frozenset({"paragraphs"})
"""Carriers that show their columns by known titles alone: an unknown one leaves nothing to count the cells by."""
