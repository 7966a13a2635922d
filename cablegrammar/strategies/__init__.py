"""Hypothesis strategies for every construct and for whole cables, for your tests as well as ours.

Install them with `pip install cablegrammar[hypothesis]`. Each start rule has a function of its name here: `strategies.station()` draws
`Station` values, whose parts may be any text that can be written, keywords and odd characters included. `cables()` draws whole cables,
`hostile_texts()` draws what a parser has to survive.
"""

try:
    import hypothesis as _hypothesis  # noqa: F401
except ImportError as error:  # pragma: no cover - depends on the installation
    raise ImportError("cablegrammar.strategies needs Hypothesis: pip install 'cablegrammar[hypothesis]'") from error

