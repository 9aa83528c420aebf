"""How a page is shared, cited and corrected: its address with language and build, the citation, the report."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from flask import Flask, request
from flask_babel import gettext

from web.display.dates import day
from web.display.formatting import build
from web.display.languages import data_language, language
from web.views.site import site, today

LONGEST_QUOTE = 400
"""Characters of the words in a report: what a mail program takes in an address is limited."""


def init_sharing(app: Flask) -> None:
    """Make these words known to the templates."""
    app.jinja_env.globals.update(lasting_address=lasting_address, citation=citation, report_address=report_address)


def lasting_address() -> str:
    """The page's address with the languages of interface and names fixed, whoever opens it."""
    kept = {name: value for name, value in request.args.items() if name not in ("lang", "data")}
    return f"{request.base_url}?{urlencode({**kept, 'lang': language(), 'data': data_language()})}"


def citation(title: str) -> str:
    """How the page is cited: title, source, build, day, address."""
    told = gettext("Build %(build)s", build=build())
    return f"{title}. kzedu-graph. {told}. {day(today().isoformat())}. {lasting_address()}"


def report_address(iri: str, words: str = "") -> str:
    """Where a mistake is reported, with the thing, the build and the words filled in.

    `Settings.reports` is "mailto:somebody@example.org", or the address of a form for new issues that takes `title`
    and `body`, as those of the code forges do.
    """
    body = "\n".join((iri, gettext("Build %(build)s", build=build()), lasting_address(), words[:LONGEST_QUOTE]))
    title = gettext("Mistake: %(thing)s", thing=iri)
    to = site().settings.reports
    named = {"subject" if to.startswith("mailto:") else "title": title, "body": body}
    return to + ("&" if "?" in to else "?") + urlencode(named, quote_via=quote)
