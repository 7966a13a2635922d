"""Figures as SVG: drawn by matplotlib, then stripped of what a page has to decide, colours and fonts."""

from __future__ import annotations

import io
import warnings
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from xml.etree import ElementTree

import attrs

from cablegrammar.corpora.extras import needed
from cablegrammar.sheet import seen

#: Inks: what is drawn in one gets the classes `fill-NAME` and `stroke-NAME`, and the page's style says the colour, one for light and one for
#: dark. The hash says which ink was meant: matplotlib knows colours only.
INKS = (
    "ink",
    "quiet",
    "grid",
    "accent",
    "action",
    "info",
    "error",
    "warning",
    "hint",
    "none",
    "unclassified",
    "limited-official-use",
    "confidential",
    "secret",
    "top-secret",
)
_COLOURS = {name: f"#0000{number:02x}" for number, name in enumerate(INKS, start=1)}
_NAMES = {colour: name for name, colour in _COLOURS.items()}

#: Letters of a label: what is longer is cut off here, and whole in the table.
_LONGEST = 36

#: Labels of years that have room beside each other.
_MOST_YEARS = 16

_WIDTH = 7.2
"""Inches; the page scales it."""


@attrs.frozen
class Line:
    """A line of a network: from `start` to `end`, how `many` go along it, and the `ink`."""

    start: str
    end: str
    many: int
    ink: str


def stacked(columns: Sequence[str], layers: Mapping[str, tuple[str, Sequence[int]]], of: str) -> str:
    """Standing bars, one a column: each of the `layers`, by its name, has an ink and a number for each column. `of` is what is counted."""

    def draw(figure: Any) -> None:
        axes = figure.add_subplot()
        floor = [0] * len(columns)
        for name, (ink, numbers) in layers.items():
            axes.bar(range(len(columns)), numbers, 0.75, bottom=floor, color=_COLOURS[ink], label=label(name))
            floor = [low + more for low, more in zip(floor, numbers, strict=True)]
        _years(axes, columns)
        _numbers(axes.yaxis, of)
        if len(layers) > 1:
            figure.legend(loc="outside upper left", ncols=4)

    return _svg(3.6, draw)


def shares(columns: Sequence[str], percents: Sequence[float], of: str) -> str:
    """Standing bars of per cents, one a column."""

    def draw(figure: Any) -> None:
        axes = figure.add_subplot()
        axes.bar(range(len(columns)), percents, 0.75, color=_COLOURS["accent"])
        axes.set_ylim(0, max(*percents, 0.001) * 1.1)
        _years(axes, columns)
        axes.yaxis.set_major_locator(needed("matplotlib.ticker", "report", "A report").MaxNLocator(4))
        axes.yaxis.set_major_formatter("{x:.3g} %")
        axes.yaxis.set_label_text(of)
        axes.grid(axis="y")

    return _svg(2.8, draw)


def bars(rows: Sequence[tuple[str, int, str]], of: str, legend: Mapping[str, str] | None = None) -> str:
    """Lying bars, each with a name, a number and an ink; `legend` has names of inks."""

    def draw(figure: Any) -> None:
        axes = figure.add_subplot()
        places = range(len(rows))
        held = axes.barh(places, [number for _, number, _ in rows], 0.72, color=[_COLOURS[ink] for _, _, ink in rows])
        axes.bar_label(held, [f"{number:,}" for _, number, _ in rows], padding=3, color=_COLOURS["quiet"])
        axes.set_yticks(places, [label(name) for name, _, _ in rows])
        axes.set_ylim(len(rows) - 0.4, -0.6)
        axes.margins(x=0.1)
        _numbers(axes.xaxis, of)
        if legend:
            patch = needed("matplotlib.patches", "report", "A report").Patch
            handles = [patch(color=_COLOURS[ink], label=name) for ink, name in legend.items()]
            figure.legend(handles=handles, loc="outside upper left", ncols=len(handles))

    return _svg(0.8 + 0.25 * len(rows) + (0.25 if legend else 0), draw)


def network(lines: Sequence[Line], legend: Mapping[str, str]) -> str:
    """What goes from names at the left to names at the right: the more, the wider the line. At the left the order is that of the
    lines, at the right those come first that most goes to.
    """
    left = list(dict.fromkeys(line.start for line in lines))
    reached = Counter[str]()
    for line in lines:
        reached[line.end] += line.many
    right = [name for name, _ in reached.most_common()]
    inks = list(legend)

    def heights(names: Sequence[str]) -> dict[str, float]:
        return {name: -(place + 0.5) / len(names) for place, name in enumerate(names)}

    def draw(figure: Any) -> None:
        axes = figure.add_subplot()
        at, to = heights(left), heights(right)
        most = max(line.many for line in lines)
        rows = max(len(left), len(right))
        # thin ones over wide ones, or they would not be seen
        for line in sorted(lines, key=lambda one: -one.many):
            # lines of two inks between the same names run beside each other
            aside = (inks.index(line.ink) - (len(inks) - 1) / 2) * 0.24 / rows
            axes.plot(
                [0, 1],
                [at[line.start] + aside, to[line.end] + aside],
                color=_COLOURS[line.ink],
                linewidth=0.5 + 4.5 * line.many / most,
                linestyle="-" if line.ink == inks[0] else (0, (4, 1.5)),
                alpha=0.7,
                solid_capstyle="butt",
            )
        # posts have short names; both together leave room for the lines, however wide the letters are
        for places, x, side, longest in ((at, -0.015, "right", 20), (to, 1.015, "left", 32)):
            for name, y in places.items():
                axes.text(x, y, label(name, longest), ha=side, va="center")
        axes.set_axis_off()
        axes.set_xlim(0, 1)
        axes.set_ylim(-1, 0)
        line2d = needed("matplotlib.lines", "report", "A report").Line2D
        handles = [
            line2d([], [], color=_COLOURS[ink], linewidth=2.5, linestyle="-" if ink == inks[0] else "--", label=name)
            for ink, name in legend.items()
        ]
        figure.legend(handles=handles, loc="outside upper left", ncols=len(handles))

    return _svg(0.7 + 0.3 * max(len(left), len(right)), draw)


def label(text: str, longest: int = _LONGEST) -> str:
    r"""A name as a figure has it: on one line, of at most so many letters, without characters that a page obeys.

    >>> label("AMEMBASSY\n LIMA"), label("AMEMBASSY LIMA", 10)
    ('AMEMBASSY LIMA', 'AMEMBASSY…')
    """
    line = " ".join(seen(text).split())
    return line if len(line) <= longest else f"{line[: longest - 1]}…"


def _years(axes: Any, columns: Sequence[str]) -> None:
    step = -(-len(columns) // _MOST_YEARS)
    axes.set_xticks(range(0, len(columns), step), [label(name) for name in columns[::step]])
    axes.set_xlim(-0.6, max(len(columns), 4) - 0.4)


def _numbers(axis: Any, of: str) -> None:
    """An axis of whole numbers."""
    ticker = needed("matplotlib.ticker", "report", "A report")
    axis.set_major_locator(ticker.MaxNLocator(6, integer=True))
    axis.set_major_formatter(ticker.StrMethodFormatter("{x:,.0f}"))
    axis.set_label_text(of)
    axis.grid(True)


def _svg(height: float, draw: Callable[[Any], None]) -> str:
    """What `draw` draws, as the `svg` element of a page: the same drawing gives the same text, whatever the user's settings."""
    matplotlib = needed("matplotlib", "report", "A report")
    figures = needed("matplotlib.figure", "report", "A report")
    ink, quiet = _COLOURS["ink"], _COLOURS["quiet"]
    with matplotlib.rc_context(), warnings.catch_warnings():
        # the page's fonts may have letters that matplotlib's, which only measures here, has not
        warnings.filterwarnings("ignore", message="Glyph .* missing", category=UserWarning)
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(
            {
                "svg.fonttype": "none",
                "svg.hashsalt": "cablegrammar",
                "text.parse_math": False,
                "font.size": 9,
                "text.color": ink,
                "axes.labelcolor": quiet,
                "axes.axisbelow": True,
                "axes.spines.left": False,
                "axes.spines.right": False,
                "axes.spines.top": False,
                "axes.spines.bottom": False,
                "grid.color": _COLOURS["grid"],
                "xtick.color": ink,
                "ytick.color": ink,
                "xtick.bottom": False,
                "ytick.left": False,
                "legend.frameon": False,
            }
        )
        figure = figures.Figure(figsize=(_WIDTH, height), layout="constrained")
        draw(figure)
        written = io.StringIO()
        figure.savefig(written, format="svg", metadata={"Date": None}, transparent=True)
    return _of_the_page(written.getvalue())


def _of_the_page(drawn: str) -> str:
    """An SVG file as an element of HTML: without ids, which several figures would share, and without styles, which the page's policy forbids:
    they become attributes, and inks classes.
    """
    root = ElementTree.fromstring(drawn)
    for element in root.iter():
        for child in list(element):
            if child.tag.endswith(("}metadata", "}defs")):
                element.remove(child)
        element.tag = element.tag.rpartition("}")[2]
        classes: list[str] = []
        for declaration in filter(None, element.attrib.pop("style", "").split(";")):
            name, _, value = (part.strip() for part in declaration.partition(":"))
            if value in _NAMES:
                classes.append(f"{name}-{_NAMES[value]}")
            elif name != "font-family":
                element.set(name, value)
        for name in ("id", "clip-path"):
            element.attrib.pop(name, None)
        if element.tag == "text" and not any(one.startswith("fill-") for one in classes):
            classes.append("fill-ink")
        if classes:
            element.set("class", " ".join(classes))
        element.text, element.tail = (
            words if words and words.strip() else None for words in (element.text, element.tail)
        )
    for name in ("width", "height", "version"):
        root.attrib.pop(name, None)
    # the page's words beside it say what is shown
    root.set("aria-hidden", "true")
    return ElementTree.tostring(root, encoding="unicode")
