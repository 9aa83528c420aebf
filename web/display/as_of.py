"""The day on which a reader stands, and whether what was not in force then is shown as well."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from flask import Flask, abort, g, request

from web.views.read_model import Measure
from web.views.site import site, today
from web.views.standing import Standing


@dataclass(frozen=True, slots=True)
class AsOf:
    """The day, and whether everything is shown whatever its standing on that day."""

    day: date
    history: bool
    chosen: bool

    @property
    def iso(self) -> str:
        """The day as YYYY-MM-DD."""
        return self.day.isoformat()

    def standing(self, work: str) -> Standing:
        """How a programme or an act stands on the day."""
        return site().cards.life_of(work).on(self.day)

    def shows(self, work: str) -> bool:
        """Whether the duties of a programme are counted and listed."""
        return self.history or self.standing(work).holds

    def measures(self) -> list[Measure]:
        """The measures that are counted and listed, in the order of the plans."""
        shown = {key: self.shows(key) for key in {each.programme for each in site().cards.measures.values()}}
        return [each for each in site().cards.measures.values() if shown[each.programme]]

    def carried(self, **more: str) -> str:
        """The choice as the part of an address behind "?", with further parameters; empty where there is none."""
        own = ({"on": self.iso} if self.chosen else {}) | ({"history": "1"} if self.history else {})
        return urlencode({**own, **{name: value for name, value in more.items() if value}})


def as_of() -> AsOf:
    """The choice of the request: `?on=2025-06-30` (today by default) and `?history=1`; 400 for a day that is none."""
    held: AsOf | None = g.get("as_of")
    if held is None:
        asked = request.args.get("on", "")
        try:
            day = date.fromisoformat(asked) if asked else today()
        except ValueError:
            abort(400, description=f"on={asked}: 2025-06-30")
        history = request.args.get("history", "")
        if history not in ("", "0", "1"):
            abort(400, description=f"history={history}: 1")
        held = g.as_of = AsOf(day, history == "1", bool(asked) and day != today())
    return held


def init_as_of(app: Flask) -> None:
    """Make the choice known to the templates."""
    app.jinja_env.globals["as_of"] = as_of
