"""Fixtures of the contract tests: the service as a client over HTTP meets it."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from service import service  # noqa: E402, F401  (pytest finds the fixture here)
