"""The report of a corpus: what its tables hold, as one HTML file of figures that needs nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from cablegrammar.corpora.drawing import Line, bars, network, shares, stacked
from cablegrammar.corpora.extras import needed
from cablegrammar.corpora.querying import connect, fetched
from cablegrammar.corpora.writing import CorpusError, read_manifest
from cablegrammar.model import Level, Precedence
from cablegrammar.sheet import seen
from cablegrammar.viewing import policy_hash

if TYPE_CHECKING:
    from jinja2 import Template

#: Bars of a figure; posts and addressees of the network.
_MOST, _POSTS, _ADDRESSEES = 20, 10, 15

#: How much of a cable was not understood, in per cent, up to and including.
_STEPS = (0, 1, 2, 5, 10, 20, 50, 100)


@attrs.frozen
class Picture:
    """A figure of the report: its `name` in addresses, its `title`, a `note` below it, its `alt` text, the `svg`, `""` where there is nothing
    to draw, and its numbers: the names of the `columns`, and `rows` of words and numbers.
    """

    name: str
    title: str
    note: str
    alt: str
    svg: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str | int, ...], ...]


def picture_corpus(folder: Path) -> str:
    """The report of the corpus that `cablegrammar corpus` wrote to `folder`, an HTML document that loads nothing.

    Raises `CorpusError` where there is no corpus, `ExtraMissing` without DuckDB or matplotlib, and `duckdb.Error` for tables that cannot be
    read.
    """
    needed("matplotlib", "report", "A report")
    connection = connect(folder)
    try:
        manifest = read_manifest(folder)
        if manifest is None:
            raise CorpusError(f"{folder}: the corpus is gone")
        return _template().render(
            title=folder.resolve().name,
            facts=list(_facts(connection, sum(part.rejects for part in manifest.parts))),
            complete=manifest.complete,
            pictures=[
                _years(connection),
                _posts(connection),
                _tags(connection),
                _precedence(connection),
                _network(connection),
                _diagnostics(connection),
                _unparsed_by_year(connection),
                _unparsed_by_cable(connection),
            ],
        )
    finally:
        connection.close()


def _facts(connection: Any, rejects: int) -> Iterator[tuple[str, str]]:
    """What the corpus is, in numbers."""
    cables, posts, first, last, characters, unparsed = _row(
        connection,
        "SELECT count(*), count(DISTINCT post), min(year), max(year), coalesce(sum(characters), 0),"
        " coalesce(sum(unparsed), 0) FROM cables",
    )
    yield "cables", f"{cables:,}"
    yield "posts", f"{posts:,}"
    if first is not None:
        yield "years", str(first) if first == last else f"{first} to {last}"
    yield "characters", f"{characters:,}"
    if characters:
        yield "not understood", _percent(unparsed, characters)
    yield "rejects", f"{rejects:,}"


# ---- the figures ----------------------------------------------------------------------------------------------------------------


def _years(connection: Any) -> Picture:
    counted = {
        (year, level): cables
        for year, level, cables in _rows(
            connection, "SELECT year, classification, count(*) FROM cables GROUP BY ALL ORDER BY ALL"
        )
    }
    years = _in_order({year for year, _ in counted}, [])
    levels = _in_order({level for _, level in counted}, [str(level) for level in Level])
    layers = {
        level or "none": (
            level.lower().replace(" ", "-") if level in map(str, Level) else "none",
            [counted.get((year, level), 0) for year in years],
        )
        for level in levels
    }
    names = [_year(year) for year in years]
    totals = [sum(numbers[place] for _, numbers in layers.values()) for place in range(len(years))]
    return Picture(
        "years",
        "Cables by year and classification",
        "The year of the date-time group, else of the record; the level on the classification line. Years without cables are left out.",
        _alt("Standing bars, one a year, stacked by classification", list(zip(names, totals, strict=True))),
        stacked(names, layers, "cables") if years else "",
        ("year", *layers, "all"),
        tuple(
            (name, *(numbers[place] for _, numbers in layers.values()), totals[place])
            for place, name in enumerate(names)
        ),
    )


def _posts(connection: Any) -> Picture:
    found = _rows(
        connection,
        "SELECT post, min(year), max(year), count(*) AS cables FROM cables WHERE post IS NOT NULL"
        f" GROUP BY post ORDER BY cables DESC, post LIMIT {_MOST}",
    )
    posts, without = _row(connection, "SELECT count(DISTINCT post), count(*) FILTER (post IS NULL) FROM cables")
    return Picture(
        "posts",
        "Top posts",
        f"The post of the message number, as written. {_shown(len(found), posts, 'posts')} {_without(without, 'a post')}",
        _alt("Lying bars, one a post", [(post, cables) for post, _, _, cables in found]),
        bars([(post, cables, "accent") for post, _, _, cables in found], "cables") if found else "",
        ("post", "first year", "last year", "cables"),
        tuple((post, _year(first), _year(last), cables) for post, first, last, cables in found),
    )


def _tags(connection: Any) -> Picture:
    found = _rows(
        connection,
        "SELECT code, min(kind), min(title), count(DISTINCT (source, position)) AS cables FROM tags"
        f" WHERE code IS NOT NULL GROUP BY code ORDER BY cables DESC, code LIMIT {_MOST}",
    )
    (codes,) = _row(connection, "SELECT count(DISTINCT code) FROM tags")
    (without,) = _row(connection, "SELECT count(*) FROM cables ANTI JOIN tags USING (source, position)")
    return Picture(
        "tags",
        "Top TAGS",
        f"Cables that have the tag. {_shown(len(found), codes, 'tags')} {_without(without, 'tags')}",
        _alt("Lying bars, one a tag", [(code, cables) for code, _, _, cables in found]),
        bars([(code, cables, "accent") for code, _, _, cables in found], "cables") if found else "",
        ("tag", "kind", "stands for", "cables"),
        tuple((code, kind or "unknown", title or "", cables) for code, kind, title, cables in found),
    )


def _precedence(connection: Any) -> Picture:
    counted = dict(_rows(connection, "SELECT precedence, count(*) FROM cables GROUP BY ALL"))
    names = _in_order(set(counted), [str(one) for one in reversed(Precedence)])
    rows = [(name or "none", counted[name]) for name in names]
    return Picture(
        "precedence",
        "Precedence",
        "The highest precedence of the cable, from the most urgent to the least; none, where it has no such line.",
        _alt("Lying bars, one a precedence", rows),
        bars([(name, cables, "none" if name == "none" else "accent") for name, cables in rows], "cables")
        if rows
        else "",
        ("precedence", "cables"),
        tuple(rows),
    )


def _network(connection: Any) -> Picture:
    found = _rows(
        connection,
        f"""
        WITH top AS (
            SELECT post, count(*) AS cables FROM cables WHERE post IS NOT NULL
            GROUP BY post ORDER BY cables DESC, post LIMIT {_POSTS}
        ), sent AS (
            SELECT c.post, a.plad, a.role, count(DISTINCT (a.source, a.position)) AS cables
            FROM addressees a JOIN cables c USING (source, position)
            WHERE c.post IN (SELECT post FROM top) AND a.plad IS NOT NULL AND a.role IN ('action', 'info')
            GROUP BY ALL
        ), reached AS (
            SELECT plad, sum(cables) AS cables FROM sent GROUP BY plad ORDER BY cables DESC, plad LIMIT {_ADDRESSEES}
        )
        SELECT sent.post, sent.plad, sent.role, sent.cables
        FROM sent JOIN top USING (post) JOIN reached USING (plad)
        ORDER BY top.cables DESC, sent.post, reached.cables DESC, sent.plad, sent.role
        """,
    )
    most = sorted(found, key=lambda row: -row[3])
    return Picture(
        "network",
        "Addressees of the top posts",
        f"From the {_POSTS} posts with the most cables to the {_ADDRESSEES} addressees that they write to most; the wider the line, the more"
        " cables. Exempted addressees are left out.",
        _alt(
            "Lines from posts to addressees",
            [(f"{post} to {plad}, {role}", cables) for post, plad, role, cables in most],
        ),
        network(
            [Line(post, plad, many, role) for post, plad, role, many in found], {one: one for one in ("action", "info")}
        )
        if found
        else "",
        ("post", "addressee", "role", "cables"),
        tuple(found),
    )


def _diagnostics(connection: Any) -> Picture:
    found = _rows(
        connection,
        "SELECT code, name, severity, count(*) AS diagnostics, count(DISTINCT (source, position)) AS cables"
        " FROM diagnostics GROUP BY ALL ORDER BY diagnostics DESC, code, name, severity",
    )
    drawn = [(f"{code} {name}", many, _ink(severity)) for code, name, severity, many, _ in found[:_MOST]]
    inks = {ink for _, _, ink in drawn}
    return Picture(
        "diagnostics",
        "Diagnostics by rule",
        f"What 'check' said when the tables were written. {_shown(len(drawn), len(found), 'rules')}"
        + (" The table below has them all." if len(drawn) < len(found) else ""),
        _alt("Lying bars, one a rule", [(name, many) for name, many, _ in drawn]),
        bars(drawn, "diagnostics", {ink: ink for ink in ("error", "warning", "hint", "none") if ink in inks})
        if drawn
        else "",
        ("rule", "name", "severity", "diagnostics", "cables"),
        tuple(found),
    )


def _unparsed_by_year(connection: Any) -> Picture:
    found = _rows(
        connection,
        "SELECT year, count(*), sum(characters), sum(unparsed) FROM cables GROUP BY year ORDER BY year NULLS LAST",
    )
    names = [_year(year) for year, _, _, _ in found]
    percents = [100 * unparsed / characters if characters else 0.0 for _, _, characters, unparsed in found]
    return Picture(
        "unparsed",
        "Unparsed share by year",
        "How much of the text stands in fields that were not understood.",
        "Standing bars, one a year: the share of characters that were not understood."
        + "".join(f" {name} {percent:.2f} %." for name, percent in list(zip(names, percents, strict=True))[:_MOST]),
        shares(names, percents, "of the characters") if found else "",
        ("year", "cables", "characters", "unparsed", "share"),
        tuple(
            (name, cables, characters, unparsed, _percent(unparsed, characters))
            for name, (_, cables, characters, unparsed) in zip(names, found, strict=True)
        ),
    )


def _unparsed_by_cable(connection: Any) -> Picture:
    cases = " ".join(f"WHEN unparsed * 100 <= characters * {most} THEN {place}" for place, most in enumerate(_STEPS))
    counted = dict(_rows(connection, f"SELECT CASE {cases} END AS step, count(*) FROM cables GROUP BY step"))
    names = ["nothing", *(f"up to {most} %" for most in _STEPS[1:])]
    rows = [(name, counted.get(place, 0)) for place, name in enumerate(names)] if counted else []
    return Picture(
        "understood",
        "Cables by unparsed share",
        "How much of a cable stands in fields that were not understood, more than the line above says.",
        _alt("Lying bars, one a share", rows),
        bars([(name, cables, "accent") for name, cables in rows], "cables") if rows else "",
        ("not understood", "cables"),
        tuple(rows),
    )


# ---- words and numbers ----------------------------------------------------------------------------------------------------------


def _rows(connection: Any, sql: str) -> list[tuple[Any, ...]]:
    return list(fetched(connection, sql)[1])


def _row(connection: Any, sql: str) -> tuple[Any, ...]:
    return _rows(connection, sql)[0]


def _in_order(found: set[Any], order: Sequence[str]) -> list[Any]:
    """What was found: first what has a place in `order`, then the rest, then null."""
    rest = sorted(found - {None} - set(order))
    return [*(one for one in order if one in found), *rest, *([None] if None in found else [])]


def _year(year: int | None) -> str:
    return "none" if year is None else str(year)


def _ink(severity: str | None) -> str:
    return severity if severity in ("error", "warning", "hint") else "none"


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.2f} %" if whole else ""


def _shown(shown: int, there: int, what: str) -> str:
    return f"The first {shown:,} of {there:,} {what}." if shown < there else f"All {what}: {there:,}."


def _without(cables: int, what: str) -> str:
    return f"Without {what}: {cables:,} cables." if cables else ""


def _alt(kind: str, numbers: Sequence[tuple[str, int]]) -> str:
    """What a figure shows, for who does not see it: its kind, and the first numbers."""
    if not numbers:
        return f"{kind}: none."
    first = "; ".join(f"{name}: {number:,}" for name, number in numbers[:5])
    return f"{kind}. {first}{'; and so on' if len(numbers) > 5 else ''}."


@cache
def _template() -> Template:
    """The template, with the style in it: the page may load nothing, and run nothing."""
    from jinja2 import Environment, StrictUndefined
    from markupsafe import Markup

    folder = files("cablegrammar").joinpath("data", "report")
    style, source = (folder.joinpath(name).read_text(encoding="utf-8") for name in ("page.css", "page.html"))

    def finalize(shown: Any) -> Any:
        """Whatever comes from the tables: without characters that a page obeys."""
        return seen(shown) if isinstance(shown, str) and not isinstance(shown, Markup) else shown

    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, finalize=finalize
    )
    given: dict[str, Any] = {"style": Markup(style), "style_hash": policy_hash(style), "drawn": Markup}
    return environment.from_string(source, globals=given)
