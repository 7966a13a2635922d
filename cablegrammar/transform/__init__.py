"""Readers of all constructs; importing this package registers them."""

import importlib
import pkgutil

from cablegrammar.transform.base import READERS

for _module in pkgutil.iter_modules(__path__):
    importlib.import_module(f"{__name__}.{_module.name}")

__all__ = ["READERS"]
