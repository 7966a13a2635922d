"""A corpus of real volume: how long it takes from the CSV of a collection to tables, and how fast these are asked.

Run `make volume`, or `python -m tests.benchmarks.volume --cables 2000 FOLDER`. The sample's cables are repeated, each copy changed: id, day,
time, serial numbers, one word in eight, and all that the sample masks, so that no two are alike and nothing is remembered for longer than in
a real collection. 250,000 cables are about 1.7 GB. Where the sample is absent, the seed and invented cables are repeated. What is written
depends on `--seed` and `--cables` only. FOLDER keeps the CSV and the tables.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import random
import re
import shutil
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import attrs

from cablegrammar.corpora.querying import connect
from cablegrammar.corpora.tables import TABLES
from cablegrammar.corpora.writing import MANIFEST, read_manifest
from tests.corpora import invented
from tests.shared import CORPUS, ROOT, seed

#: What a word or a masked word is; who repeats texts may look at them.
WORD = re.compile(r"\b[a-z]{4,}\b")
MASKED = re.compile(r"\b[Xx]?x+\b")
#: The place of a date-time group, of the serial number on FL3, and of the message number on the classification line.
GROUP = re.compile(r"\b\d{6}Z(?= [A-Z]{3} \d\d\b)")
STATION = re.compile(r"(?<=^DE )(\S+) #\d{4}(\S*) \d{7}", re.MULTILINE)
SERIAL = re.compile(r"\b0\d{5}\b")
#: One word in so many is another one in each copy.
CHANGED = 8

QUERIES = {
    "cables by year and post": "SELECT year, post, count(*) FROM cables GROUP BY ALL ORDER BY ALL",
    "tags by year and post": "SELECT year, post, code, count(*) FROM cables JOIN tags USING (source, position) GROUP BY ALL ORDER BY ALL",
    "who cites whom": 'SELECT c.post, d.post, count(*) FROM "references" r JOIN cables c USING (source, position) '
    "JOIN cables d ON d.id = r.cited_id GROUP BY ALL ORDER BY ALL",
    "who is copied on what": "SELECT plad, code, count(*) AS n FROM addressees JOIN tags USING (source, position) "
    "WHERE role = 'info' GROUP BY ALL ORDER BY n DESC LIMIT 20",
    "a word in all paragraphs": "SELECT count(*) FROM paragraphs WHERE text ILIKE '%government%'",
}


@attrs.frozen
class Model:
    """A text to be repeated: what the collection says of it, and the text in pieces, of which every second one is a word to be changed."""

    entry: dict[str, str]
    header: str
    pieces: list[str]


def originals() -> list[tuple[dict[str, str], str, str]]:
    """The entry, header and body of each cable that is repeated."""
    if not CORPUS.is_dir():
        record = seed().split("\n", 5)
        first = {"id": record[0], "origin": record[4], "classification": record[3]}
        parts = record[5].split("BT\n", 1) if "BT\n" in record[5] else [record[5][:600], record[5][600:]]
        rest = ((invented.entry(number), *invented.header_and_body(number)) for number in range(1, 100))
        return [(first, parts[0], parts[1]), *rest]
    with (CORPUS / "cables" / "cables.jsonl").open(encoding="utf-8") as file:
        return [(one, one["header"], one["body"]) for one in map(json.loads, file)]


def models(chance: random.Random) -> tuple[list[Model], dict[int, list[str]]]:
    """The texts to be repeated, and the words of each length that stand in them."""
    found = originals()
    vocabulary: dict[int, set[str]] = defaultdict(set)
    for _, _, body in found:
        for word in WORD.findall(body):
            if word.strip("x"):
                vocabulary[len(word)].add(word)
    words = {length: sorted(held) for length, held in sorted(vocabulary.items())}

    def unmasked(match: re.Match[str]) -> str:
        held = words.get(len(match[0]))
        word = chance.choice(held) if held and set(match[0]) <= {"x", "X"} else match[0]
        return word.capitalize() if match[0][0] == "X" else word

    return [
        Model(entry, header, _pieces(MASKED.sub(unmasked, body), words, chance)) for entry, header, body in found
    ], words


def _pieces(body: str, words: Mapping[int, list[str]], chance: random.Random) -> list[str]:
    """The body, cut at the words that are changed."""
    pieces, end = [], 0
    for match in WORD.finditer(body):
        if chance.randrange(CHANGED) == 0 and len(match[0]) in words:
            pieces += [body[end : match.start()], match[0]]
            end = match.end()
    return [*pieces, body[end:]]


def rows(count: int, number: int) -> Iterator[list[str]]:
    """The rows of the CSV."""
    chance = random.Random(number)
    held, words = models(chance)
    for index in range(count):
        model = held[index % len(held)]
        old = model.entry["id"]
        post = old.rstrip("0123456789")
        # the first of each keeps its number: so there is what the others refer to
        serial = int(old.removeprefix(post)) if index < len(held) else index % 999_999 + 1
        day, hour, minute = chance.randint(1, 28), chance.randrange(24), chance.randrange(60)
        pieces = list(model.pieces)
        for place in range(1, len(pieces), 2):
            pieces[place] = chance.choice(words[len(pieces[place])])
        group = f"{day:02}{hour:02}{minute:02}Z"
        station = rf"\1 #{serial % 10_000:04}\2 {chance.randint(1, 365):03}{hour:02}{minute:02}"
        header = STATION.sub(station, GROUP.sub(group, model.header))
        body = SERIAL.sub(f"{serial:06}", "".join(pieces), count=1)
        year = f"{'19' if int(old[:2]) > 50 else '20'}{old[:2]}"
        yield [
            str(index + 1),
            f"{1 + index % 12}/{day}/{year} {hour}:{minute:02}",
            f"{post}{serial}",
            model.entry["origin"],
            model.entry["classification"],
            "",
            header,
            body,
        ]


def write_csv(file: Path, count: int, number: int) -> None:
    """Write `count` cables; a file that is there stays, it would be the same."""
    if file.exists():
        return
    beside = file.with_suffix(".tmp")
    with beside.open("wb") as out:
        for row in rows(count, number):
            out.write(invented.csv_row(row))
    os.replace(beside, file)


def measured(table: Sequence[tuple[str, str]]) -> str:
    """Two columns, as a Markdown table."""
    width = max(len(name) for name, _ in table)
    return "\n".join(
        [
            f"| {'':{width}} | |",
            f"|{'-' * (width + 2)}|---|",
            *(f"| {name:{width}} | {value} |" for name, value in table),
        ]
    )


def size(bytes_: float) -> str:
    """`1.7 GB`, in powers of ten."""
    for unit in ("B", "kB", "MB"):
        if bytes_ < 1000:
            return f"{bytes_:.0f} {unit}" if unit == "B" else f"{bytes_:.1f} {unit}"
        bytes_ /= 1000
    return f"{bytes_:.2f} GB"


def spent_by_children() -> tuple[float, float]:
    """Processor time of the processes that were begun and ended, in seconds, and the memory of the largest, in bytes.

    Times of a machine that has other things to do say less than these seconds. Zeros where the system does not tell.
    """
    try:
        import resource
    except ImportError:
        return 0.0, 0.0
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def run(folder: Path, count: int, number: int, processes: int, options: Sequence[str]) -> list[tuple[str, str]]:
    """Make the CSV, the tables, and ask these; returns what was measured, by name."""
    folder.mkdir(parents=True, exist_ok=True)
    file, tables = folder / f"cables-{count}-{number}.csv", folder / f"tables-{count}-{number}"
    start = time.perf_counter()
    write_csv(file, count, number)
    made = time.perf_counter() - start
    if (tables / MANIFEST).is_file():
        shutil.rmtree(tables)
    command = [
        sys.executable,
        "-m",
        "cablegrammar",
        "corpus",
        "-j",
        str(processes),
        *options,
        "-o",
        str(tables),
        str(file),
    ]
    before, _ = spent_by_children()
    start = time.perf_counter()
    done = subprocess.run(command, check=False, env={**os.environ, "PYTHONPATH": str(ROOT)})
    took = time.perf_counter() - start
    spent, peak = spent_by_children()
    spent -= before
    manifest = read_manifest(tables)
    if done.returncode or manifest is None:
        raise SystemExit(f"cablegrammar corpus: exit code {done.returncode}")
    found = [
        ("machine", f"{platform.machine()}, {os.cpu_count()} processors, Python {platform.python_version()}"),
        ("texts", "the sample's" if CORPUS.is_dir() else "the seed and invented ones, because the sample is absent"),
        ("cables", f"{manifest.records:,}"),
        ("CSV", f"{size(file.stat().st_size)}, made in {made:.0f} s"),
        ("command", " ".join(["corpus", *command[4:-3]])),
        ("wall time", f"{took:.1f} s"),
        ("cables a second", f"{manifest.records / took:.0f}"),
        ("processor time", f"{spent:.1f} s, {1000 * spent / manifest.records:.1f} ms a cable"),
        ("peak memory, largest process", size(peak)),
    ]
    whole = 0
    for table in TABLES:
        held = sum(path.stat().st_size for path in manifest.files(tables, table))
        whole += held
        found.append((f"table {table}", f"{sum(part.rows[table] for part in manifest.parts):,} rows, {size(held)}"))
    found.append(("tables", f"{size(whole)} in {len(manifest.parts)} parts"))
    connection = connect(tables)
    for name, sql in QUERIES.items():
        start = time.perf_counter()
        answered = len(connection.execute(sql).fetchall())
        found.append((f"query: {name}", f"{time.perf_counter() - start:.2f} s, {answered:,} rows"))
    connection.close()
    return found


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="how long a corpus of real volume takes")
    parser.add_argument("--cables", type=int, default=250_000, metavar="N", help="how many (default: 250000)")
    parser.add_argument("--seed", type=int, default=1, help="decides the changes (default: 1)")
    parser.add_argument(
        "--processes", type=int, default=0, metavar="N", help="as -j of corpus (default: all processors)"
    )
    parser.add_argument("--no-check", action="store_true", help="without the rules")
    parser.add_argument("folder", type=Path, help="where the CSV and the tables go")
    given = parser.parse_args(arguments)
    options = ["--no-check"] if given.no_check else []
    print(measured(run(given.folder, given.cables, given.seed, given.processes, options)))


if __name__ == "__main__":
    main()
