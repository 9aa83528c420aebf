"""The bundled scripts and the style sheet: files named by their content, found by the manifest of the bundler."""

from __future__ import annotations

import json
from pathlib import Path

from flask import Flask, Response, request, url_for
from markupsafe import Markup

FOLDER = Path(__file__).parents[1] / "static" / "dist"
_FOREVER = "public, max-age=31536000, immutable"
_ADDRESS = "/static/dist/"


class Assets:
    """What was bundled at set-up; empty where nothing was, and then the pages do without script."""

    def __init__(self, folder: Path = FOLDER) -> None:
        path = folder / "manifest.json"
        self.files: dict[str, str] = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}

    def address(self, name: str) -> str:
        """The address of a file by its name in the sources."""
        if name in self.files:
            return url_for("static", filename=f"dist/{self.files[name]}")
        return url_for("static", filename=name)

    def script(self, name: str) -> Markup:
        """The element that loads a script; nothing where it was not bundled."""
        if name not in self.files:
            return Markup("")
        return Markup('<script type="module" src="{}"></script>').format(self.address(name))


def init_assets(app: Flask, assets: Assets | None = None) -> None:
    """Let the templates name scripts and style sheets; what is named by its content may be kept for ever."""
    held = assets or Assets()
    app.jinja_env.globals.update(asset=held.address, script=held.script)
    app.after_request(_keep)


def _keep(response: Response) -> Response:
    if request.path.startswith(_ADDRESS) and response.status_code == 200:
        response.headers["Cache-Control"] = _FOREVER
    return response
