"""What tests of inputs share."""

from __future__ import annotations

import pytest
from carriers import FONTS


@pytest.fixture(scope="session")
def fonts() -> None:
    """The letters that a PDF is made with; a test skips where they are not installed."""
    if not all(font.is_file() for font in FONTS):
        pytest.skip("the DejaVu fonts (fonts-dejavu-core) are not installed")
