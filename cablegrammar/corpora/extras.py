"""Libraries that not everyone needs: imported on first use, with a word about what to install where one is absent."""

from __future__ import annotations

from importlib import import_module
from typing import Any


class ExtraMissing(ImportError):
    """A library of an extra is not installed; the message says what for it is needed, and what to install."""


def needed(module: str, extra: str, what: str) -> Any:
    """The module `module`; raises `ExtraMissing` saying that `what` needs it, and the extra that brings it.

    >>> needed("json", "corpus", "JSON").dumps([1])
    '[1]'
    >>> needed("no_such_library", "corpus", "Parquet output")
    Traceback (most recent call last):
    ...
    cablegrammar.corpora.extras.ExtraMissing: Parquet output needs no_such_library, which is not installed: pip install 'cablegrammar[corpus]'
    """
    try:
        return import_module(module)
    except ImportError:
        name = module.partition(".")[0]
        raise ExtraMissing(
            f"{what} needs {name}, which is not installed: pip install 'cablegrammar[{extra}]'"
        ) from None
