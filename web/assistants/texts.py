"""The words behind things, and what texts there are."""

from __future__ import annotations

import re
from typing import Any

from rdflib import URIRef

from kzedu_graph.model.errors import UnknownNameError
from kzedu_graph.vocabulary.about.accuracy import read_figures
from kzedu_graph.vocabulary.about.versions import version
from kzedu_graph.vocabulary.iris import is_a, span_of
from kzedu_graph.vocabulary.places import ACCURACY, BASE
from web.assistants.citing import Citing, Fields, edition_path, page_of_rows, plain, whole_iri
from web.views.questions import ask_rows

_AROUND = 300
"""Characters of the text on either side of a quote."""


def quote(see: Citing, name: str) -> Fields:
    """The words behind a thing or a quote, whole, with what stands around them."""
    iri = whole_iri(name)
    if is_a(iri, "evidence"):
        places = [span_of(iri)]
    else:
        rows = ask_rows(see.site.store, "node-evidence", node=URIRef(iri))
        places = [(str(row["graph"]), int(row["start"]), int(row["end"])) for row in rows]
    found = []
    for edition, start, end in dict.fromkeys(places):
        text = see.site.texts.get(edition)
        if edition in see.cards.editions and text is not None:
            found.append(
                {
                    "words": text[start:end],
                    "before": text[max(0, start - _AROUND) : start],
                    "behind": text[end : end + _AROUND],
                    "language": see.cards.editions[edition].lang,
                    "edition": edition_path(edition),
                    "start": start,
                    "end": end,
                    "cite": see.place(edition, start),
                }
            )
    if not found:
        raise UnknownNameError(f"{name}: no text is quoted for it here; `search` gives the IRIs of things")
    found.sort(key=lambda each: (each["language"] != see.lang, each["start"]))
    shown, rest = page_of_rows(found, 10, 0)
    return {"id": iri, **see.status(iri), "quotes": shown, **rest}


def coverage(see: Citing) -> Fields:
    """What is here and as of when, how right it was measured to be, and what is not here."""
    cards, description = see.cards, see.site.catalogue.description
    texts: list[Any] = [
        plain(
            {
                "document": edition.work,
                "edition": edition_path(edition.iri),
                "language": edition.lang,
                "date": edition.date,
                "title": edition.title,
                "programme": edition.programme,
                **see.status(f"{BASE}document/{edition.programme or edition.work}"),
                "page": see.page(edition.iri),
            }
        )
        for edition in cards.editions.values()
    ]
    return {
        "invented": description.invented,
        "build": cards.version,
        "software": version(),
        "as_of": see.today.isoformat(),
        "texts": texts,
        "counts": {
            "programmes": len(cards.programmes),
            "measures": len(cards.measures),
            "indicators": len(cards.indicators),
            "provisions": len(cards.provisions),
            "bodies": len(cards.agencies),
            "changes": len(cards.changes),
            "findings": len(cards.findings),
        },
        "accuracy": _accuracy(),
        "not_here": NOT_HERE[see.lang],
    }


NOT_HERE = {
    "kk": "Мұнда тек осы мәтіндер бар. Мұнда жоқ акті, міндет немесе күн туралы ештеңе айтуға болмайды: ол жоқ дегенді "
    "білдірмейді. Орындалғаны туралы мәтіндер айтпайды: адамдардың есептері бөлек, `reports` құралында.",
    "ru": "Здесь есть только эти тексты. Об акте, обязанности или дне, которых здесь нет, ничего утверждать нельзя: "
    "это не значит, что их не существует. Об исполнении тексты не говорят: отчёты людей стоят отдельно, "
    "их даёт `reports`.",
    "en": "Only these texts are here. Of an act, a duty or a day that is not here nothing may be claimed: it does not "
    "mean that there is none. What was carried out the texts do not say: people's reports stand apart, "
    "`reports` gives them.",
}
"""What an answer must not be taken for, by language."""


def _accuracy() -> dict[str, Fields]:
    """By table the lowest precision and recall of a field that was measured against records verified by hand."""
    found: dict[str, list[tuple[float, float]]] = {}
    for _, table, _, precision, recall, _, _ in read_figures(ACCURACY):
        if re.fullmatch(r"[01]\.\d+", precision) and re.fullmatch(r"[01]\.\d+", recall):
            found.setdefault(table, []).append((float(precision), float(recall)))
    return {
        table: {
            "measured_fields": len(pairs),
            "lowest_precision": min(precision for precision, _ in pairs),
            "lowest_recall": min(recall for _, recall in pairs),
        }
        for table, pairs in found.items()
    }
