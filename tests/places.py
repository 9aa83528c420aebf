"""Where tests find what they read: the project, its sample, and what may lie beside it."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "tests" / "sample"
SHARED = ROOT / ".." / "shared"
