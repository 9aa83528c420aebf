"""What every page has at hand: the store, its cards, the texts, the settings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from flask import current_app

from kzedu_graph.store.stores import Store, StoreError
from kzedu_graph.store.texts import Texts
from web.views.catalogue import Catalogue
from web.views.read_model import Cards
from web.views.settings import Settings


class SourceTexts(Protocol):
    """The source texts beside a build."""

    def get(self, edition: str) -> str | None:
        """The decoded text of an edition, None where there is none."""
        ...


class BuildTexts:
    """The texts of whichever build is served."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, edition: str) -> str | None:
        """The decoded text of an edition, None where there is none."""
        folder = self._store.texts_folder()
        return Texts(folder).get(edition) if folder else None


@dataclass(slots=True)
class Site:
    """The explorer's parts."""

    store: Store
    texts: SourceTexts
    settings: Settings
    catalogue: Catalogue

    @property
    def cards(self) -> Cards:
        """The cards of the served build."""
        return self.catalogue.cards


def site() -> Site:
    """The site of the request's application."""
    found = current_app.extensions["kzedu"]
    assert isinstance(found, Site)
    return found


def today() -> date:
    """The day against which dates are called past: that of the corpus's reader, where it has one, else this day.

    A test sets TODAY in the configuration.
    """
    day = current_app.config.get("TODAY")
    return day if isinstance(day, date) else site().catalogue.description.today or date.today()


def is_invented() -> bool:
    """Whether the texts of the served build were made up; not known, and no, where nothing is served."""
    try:
        return site().catalogue.description.invented
    except StoreError:
        return False
