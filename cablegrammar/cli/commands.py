"""The commands: what each is called, says of itself and takes. What a command does stands in the module of its name.

Nothing here imports Lark, so that help is quick.
"""

from __future__ import annotations

from argparse import Action, ArgumentParser, ArgumentTypeError, BooleanOptionalAction, Namespace
from collections.abc import Callable
from typing import Any

import attrs

EXIT_CODES = """\
exit codes:
  0  fine
  1  something was found: text not understood with --strict, files that would
     change with --check, repairs that are proposed, cables that differ,
     findings of 'check'
  2  wrong use, or a file that cannot be read or written
"""


@attrs.frozen
class Command:
    """A command: its `name`, which is that of its module in `cablegrammar.cli` and of the function there; `help`, half a sentence;
    `description` and `examples` for its own help; `arguments` adds its options, whose names are the function's parameters.

    `operands` are the names of what it reads, of which one may be `-` for standard input; `files` are any number, others are added by
    `arguments`; `files_help` says what they may be, and `no_files` is read where none is named, if there is such a thing.
    """

    name: str
    help: str
    description: str
    examples: str
    arguments: Callable[[ArgumentParser], None]
    operands: tuple[str, ...] = ("files",)
    files_help: str = "a file, or '-' for standard input"
    no_files: str = ""


def _parse(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--values",
        action="store_true",
        help="JSON of the values alone, to change by hand and to render in canonical form",
    )
    parser.add_argument(
        "--format",
        dest="form",
        choices=("tree", "json", "ndjson"),
        default="tree",
        help="tree for people (the default); json, one document, a list of several files; ndjson, one line a file",
    )
    parser.add_argument(
        "--many",
        action="store_true",
        help="each file holds many cables: json gives one list, ndjson a line a cable, as it is read; both say the line it begins in",
    )
    parser.add_argument(
        "--strict", action="store_true", help="text that is not understood is an error, shown with its place"
    )


def _format(parser: ArgumentParser) -> None:
    parser.add_argument("--check", action="store_true", help="write nothing, exit 1 if a file would change")
    parser.add_argument("--diff", action="store_true", help="write nothing, show what would change")
    parser.add_argument(
        "--stdin-filename",
        dest="stdin_name",
        metavar="NAME",
        default="<stdin>",
        help="what messages call standard input",
    )
    sent = parser.add_argument_group("how the text is to be sent")
    sent.add_argument(
        "--charset",
        choices=("utf8", "ascii", "ita2"),
        help="what it lacks is an error, which names each character and its place; ita2 is that of teleprinters",
    )
    sent.add_argument(
        "--substitute",
        action="store_true",
        help="put in what stands for characters that --charset lacks, where that is obvious",
    )
    sent.add_argument(
        "--newline",
        choices=("lf", "crlf", "teletype"),
        help="the end of lines, instead of that of the first line; teletype: CR LF, and two CR and eight LF before NNNN",
    )
    sent.add_argument(
        "--width",
        type=int,
        metavar="N",
        default=69,
        help="wrap prose at N columns, 55 to 80 (69); with ita2 or teletype a longer line is an error",
    )


def _repair(parser: ArgumentParser) -> None:
    parser.add_argument("--format", dest="form", choices=("diff", "json"), default="diff", help="how they are shown")
    parser.add_argument(
        "--apply", choices=("safe", "all"), default="", help="make the repairs of this grade, in a new file"
    )
    parser.add_argument("-o", "--output", metavar="NAME", default="", help="the new file, instead of NAME.repaired.txt")
    parser.add_argument("--in-place", action="store_true", help="write to the file itself")


class _AsChange(Action):
    """Keeps an option with its name, in the order of all of them."""

    def __call__(
        self, parser: ArgumentParser, namespace: Namespace, values: Any, option_string: str | None = None
    ) -> None:
        """Called for each option that is given."""
        changes = [*getattr(namespace, self.dest), ((option_string or "").lstrip("-"), values)]
        setattr(namespace, self.dest, changes)


def _edit(parser: ArgumentParser) -> None:
    for name, metavar, said in (
        (
            "set",
            "FIELD=TEXT",
            "change a field to what its text says, or put it in; for a list, once for each of all its values",
        ),
        (
            "add",
            "FIELD=TEXT",
            "one value more, behind the others of its field: an addressee, a passing line, a paragraph",
        ),
        ("remove", "FIELD=TEXT", "one value less"),
        ("delete", "FIELD", "take a field away"),
    ):
        parser.add_argument(f"--{name}", dest="changes", action=_AsChange, default=[], metavar=metavar, help=said)
    parser.add_argument("--diff", action="store_true", help="write nothing, show what would change")
    _output(parser, "the file itself, standard output for '-'")


def _convert(parser: ArgumentParser) -> None:
    parser.add_argument("--to", choices=("record", "message", "header", "text"), required=True, help="the container")
    _output(parser)
    record = parser.add_argument_group("parts of a record")
    record.add_argument("--created", metavar="DATE", help="by default the day of the date-time group: 2009-02-11")
    record.add_argument("--origin", metavar="NAME", help="the archive's name of the post: 'Embassy Lima'")
    record.add_argument(
        "--control", metavar="WORDS", help="NOFORN or 'FOR OFFICIAL USE ONLY'; by default from captions"
    )
    header = parser.add_argument_group("parts of a header that the cable lacks, or is to have instead of its own")
    header.add_argument("--date-time-group", metavar="GROUP", help="FL5: '111530Z FEB 09'")
    header.add_argument(
        "--precedence", metavar="WORD", help="FL5 and FL2: IMMEDIATE; by default the addressees' highest"
    )
    header.add_argument("--originator", metavar="PLAD", help="FL6: 'AMEMBASSY LIMA'")
    header.add_argument("--routing-indicator", metavar="RI", default="", help="FL3: of the station that sends, RUEHPE")
    for name, line in (("action", "FL7"), ("info", "FL8")):
        header.add_argument(f"--{name}", metavar="ADDRESS", action="append", default=[], help=f"{line}, once for each")
    for name, line in (("transmission-id", "FL1"), ("routing", "FL2"), ("station", "FL3"), ("security", "FL4")):
        header.add_argument(f"--{name}", metavar="LINE", help=f"{line} as a whole")


def _split(parser: ArgumentParser) -> None:
    parser.add_argument("--lines", type=int, metavar="N", default=100, help="lines of text in a section (100)")
    parser.add_argument(
        "-o", "--output", metavar="DIRECTORY", default="", help="a file each, cable.01.txt; else all to standard output"
    )
    parser.add_argument("file", metavar="FILE", help="a file, or '-' for standard input")


def _join(parser: ArgumentParser) -> None:
    parser.add_argument("-o", "--output", metavar="NAME", default="", help="a file, instead of standard output")


def _output(parser: ArgumentParser, otherwise: str = "standard output") -> None:
    parser.add_argument(
        "-o", "--output", metavar="NAME", default="", help=f"a file, or a directory for several; else {otherwise}"
    )


def _diff(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--format",
        dest="form",
        choices=("text", "json"),
        default="text",
        help="text, a line a change (the default); json, a list of objects with kind, part, before, after and place",
    )
    parser.add_argument("before", metavar="A", help="a file, or '-' for standard input")
    parser.add_argument("after", metavar="B", help="the file that it is compared with, or '-'")


def _render(parser: ArgumentParser) -> None:
    parser.add_argument(
        "-o",
        "--output",
        metavar="NAME",
        default="",
        help="the file to write; a directory that is there takes a file a cable, named as its 'path' says",
    )


def _view(parser: ArgumentParser) -> None:
    parser.add_argument(
        "-o",
        "--output",
        metavar="NAME",
        default="",
        help="the page's file, replaced if it is there; else standard output",
    )
    parser.add_argument(
        "--open",
        dest="browse",
        action="store_true",
        help="show it in the browser; without --output in a file that stays",
    )
    parser.add_argument("file", metavar="FILE", help="a file, or '-' for standard input")


def _schema(parser: ArgumentParser) -> None:
    which = parser.add_mutually_exclusive_group()
    for of, what in (
        ("settings", "of cablegrammar.toml, and of [tool.cablegrammar] in pyproject.toml"),
        ("diagnostics", "of what 'check --output-format json' writes"),
    ):
        which.add_argument(f"--{of}", dest="of", action="store_const", const=of, default="cable", help=what)


def _check(parser: ArgumentParser) -> None:
    rules = parser.add_argument_group("which rules")
    rules.add_argument(
        "--profile",
        choices=("archive", "drafting", "wire"),
        default="",
        help="archive for historic texts as they are found (the default), drafting for texts that you write, wire for what a\n"
        "relay would reject",
    )
    for name, what in (
        ("select", "check these rules and no others: codes, families (FL) or ALL, with commas"),
        ("extend-select", "check these rules too"),
        ("ignore", "leave these rules out"),
    ):
        rules.add_argument(f"--{name}", metavar="RULES", action="append", default=[], help=what)
    settings = parser.add_argument_group(
        "settings",
        "They stand in cablegrammar.toml or in [tool.cablegrammar] of pyproject.toml, the nearest above a file.",
    )
    settings.add_argument("--config", metavar="FILE", default="", help="use this file of settings for all files")
    settings.add_argument("--isolated", action="store_true", help="use no file of settings")
    settings.add_argument(
        "--show-settings",
        action="store_true",
        help="check nothing, show what holds for the first FILE, and where it says so",
    )
    which = parser.add_argument_group("which files; patterns are those of .gitignore")
    for name, what in (
        ("include", "files to read in directories (*.txt)"),
        ("exclude", "files and directories to pass over, instead of those of the settings"),
        ("extend-exclude", "files and directories to pass over besides those"),
    ):
        which.add_argument(f"--{name}", metavar="PATTERNS", action="append", default=[], help=what)
    which.add_argument(
        "--respect-gitignore", action=BooleanOptionalAction, help="pass over what .gitignore names (the default)"
    )
    which.add_argument(
        "--force-exclude", action=BooleanOptionalAction, help="pass over files that are named one by one too"
    )
    which.add_argument("--show-files", action="store_true", help="check nothing, show which files would be checked")
    fixes = parser.add_argument_group("fixes")
    fixes.add_argument("--fix", action="store_true", help="make the safe fixes, in place; what is left is reported")
    fixes.add_argument(
        "--unsafe-fixes", action="store_true", help="with --fix or --diff, also those that are only likely"
    )
    fixes.add_argument("--diff", action="store_true", help="write nothing, show what --fix would change")
    known = parser.add_argument_group("baseline, for old archives")
    known.add_argument("--write-baseline", metavar="NAME", default="", help="write what is found to a file, as known")
    known.add_argument("--baseline", metavar="NAME", default=None, help="report only what this file does not know")
    known.add_argument(
        "--no-baseline", dest="baseline", action="store_const", const="", help="report all, whatever the settings say"
    )
    output = parser.add_argument_group("output")
    output.add_argument(
        "--output-format",
        choices=("full", "concise", "json", "jsonl", "github", "sarif", "junit", "gitlab"),
        default="",
        metavar="FORM",
        help="full, for people (the default); concise, a line a finding; and for programs: json, jsonl, github, sarif, junit, gitlab",
    )
    output.add_argument("-o", "--output-file", metavar="NAME", default="", help="a file, instead of standard output")
    output.add_argument(
        "--statistics",
        action="store_true",
        help="say how often each rule found something, and no more; [*]: all of it can be fixed, [-]: some",
    )
    output.add_argument("-q", "--quiet", action="store_true", help="leave out the summary")
    output.add_argument(
        "-j",
        "--jobs",
        dest="processes",
        metavar="N",
        type=_number,
        default=1,
        help="check so many files at once; 0: as many as there are processors",
    )
    output.add_argument("-e", "--exit-zero", action="store_true", help="exit 0 even if something is found")
    output.add_argument(
        "--exit-non-zero-on-fix", action="store_true", help="exit 1 if --fix changed a file, even if nothing is left"
    )
    output.add_argument(
        "--stdin-filename",
        dest="stdin_name",
        metavar="NAME",
        default="<stdin>",
        help="what the report calls standard input",
    )


def _number(text: str) -> int:
    if not text.isascii() or not text.isdigit():
        raise ArgumentTypeError(f"expected a number of processes, 0 or more, not {text!r}")
    return int(text)


def _rule(parser: ArgumentParser) -> None:
    parser.add_argument(
        "code", metavar="RULE", nargs="?", default="", help="a code, FL001, or a name, routing-precedence"
    )
    parser.add_argument("--all", dest="every", action="store_true", help="every rule")
    parser.add_argument("--output-format", choices=("text", "json"), default="text", help="Markdown, or data")


def _corpus(parser: ArgumentParser) -> None:
    parser.add_argument(
        "-o", "--output", metavar="FOLDER", required=True, help="where the tables go; it must be empty or absent"
    )
    parser.add_argument(
        "--resume", action="store_true", help="go on with the corpus in FOLDER, where a run with the same files ended"
    )
    parser.add_argument(
        "--format",
        dest="form",
        choices=("parquet", "ndjson"),
        default="parquet",
        help="Parquet (the default), which needs the extra 'corpus', or a JSON object a line",
    )
    parser.add_argument(
        "--layout",
        choices=("text", "many", "jsonl", "csv"),
        default="",
        help="how records stand in the files, whatever these are called: a text a file, many messages in each,\n"
        "JSON Lines, or CSV of eight columns; standard input is 'many' without it",
    )
    parser.add_argument(
        "--profile",
        choices=("archive", "drafting", "wire"),
        default="archive",
        help="the profile of 'check' that gives the diagnostics (archive)",
    )
    parser.add_argument(
        "--no-check", dest="check", action="store_false", help="give only the diagnostics of reading: it is faster"
    )
    parser.add_argument(
        "-j",
        "--jobs",
        dest="processes",
        metavar="N",
        type=_number,
        default=0,
        help="how many processes; by default, and with 0, as many as there are processors",
    )


def _query(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--format", dest="form", choices=("table", "csv", "ndjson"), default="table", help="how it is printed (table)"
    )
    parser.add_argument("sql", metavar="SQL", help="a query, in the words of DuckDB")
    parser.add_argument("tables", metavar="FOLDER", help="the folder that 'corpus' wrote")


def _report(parser: ArgumentParser) -> None:
    parser.add_argument(
        "-o",
        "--output",
        metavar="NAME",
        default="",
        help="the page's file, replaced if it is there; else standard output",
    )
    parser.add_argument("tables", metavar="FOLDER", help="the folder that 'corpus' wrote")


COMMANDS = (
    Command(
        name="parse",
        help="show what cables consist of",
        description="Shows the fields of cables and their values. Any text can be read; what is not understood\nis marked.",
        examples="""\
  cablegrammar parse 09ISLAMABAD2184.txt                      fields and values as a tree
  cablegrammar parse --format json cable.txt | jq .fields[].construct
  cablegrammar parse --format ndjson *.txt > cables.ndjson    one line a file
  cablegrammar parse --many --format ndjson traffic.txt       one line a cable of a file of any size
  cablegrammar parse --strict *.txt > /dev/null               is everything understood?
  xclip -o | cablegrammar parse -                             what was copied
""",
        arguments=_parse,
    ),
    Command(
        name="format",
        help="rewrite cables in canonical form",
        description="Rewrites cables in canonical form, in place. Meaning, encoding, line ends and text that is\n"
        "not understood stay as they are, unless options say how the text is to be sent.",
        examples="""\
  cablegrammar format *.txt                        rewrite files in canonical form
  cablegrammar format --check *.txt                change nothing, exit 1 if a file would change
  cablegrammar format --diff cable.txt             show what would change, change nothing
  cablegrammar format - < cable.txt > tidy.txt     standard input to standard output
  cablegrammar format --charset ita2 --substitute --newline teletype - \\
    < message.txt > to-send.txt
""",
        arguments=_format,
    ),
    Command(
        name="check",
        help="find what is wrong with cables",
        description="Finds what is not understood, and what the rules have to say: format lines, cross-checks, markings,\n"
        "TAGS, paragraphs. Directories are searched for *.txt, but for what .gitignore names.",
        examples="""\
  cablegrammar check                                    every cable under the working directory, for people
  cablegrammar check --output-format concise *.txt      file:line:column: CODE message
  cablegrammar check --profile drafting draft.txt       strictly, for a text that is being written
  cablegrammar check --select FL,XC --ignore FL004 *.txt
  cablegrammar check --fix draft.txt                    make the safe fixes, report what is left
  cablegrammar check --diff --unsafe-fixes draft.txt    show what would be changed
  cablegrammar check --output-format sarif --output-file cables.sarif cables/
  cablegrammar check --write-baseline known.json old/   from now on what is there is known,
  cablegrammar check --baseline known.json old/         and only what is new counts
  cablegrammar check --show-settings draft.txt          what holds for this file, and where it says so
  cablegrammar rule FL001                               what a rule is about
""",
        arguments=_check,
        files_help="a file, a directory, which is searched for *.txt, or '-' for standard input; by default the working directory",
        no_files=".",
    ),
    Command(
        name="rule",
        help="explain a rule of check",
        description="Says what a rule finds and why, the clause that asks for it, and an example.",
        examples="""\
  cablegrammar rule FL001
  cablegrammar rule --all --output-format json | jq '.[].code'
""",
        arguments=_rule,
        operands=(),
    ),
    Command(
        name="repair",
        help="propose what would make damaged cables regular",
        description="Proposes edits that would make damaged stretches of cables regular: missing line breaks,\n"
        "misprinted keywords, letters among digits, run-together TAGS, words cut in two. Each is proposed\n"
        "only if the text, changed so, reads. 'safe' ones leave no other reading; the others are likely.\n"
        "Reading itself never repairs.",
        examples="""\
  cablegrammar repair cable.txt                    what would make it regular, as a difference with reasons
  cablegrammar repair --format json *.txt          the same as data
  cablegrammar repair --apply safe cable.txt       make what is certain, in cable.repaired.txt
  cablegrammar repair --apply all -o new.txt cable.txt
""",
        arguments=_repair,
    ),
    Command(
        name="edit",
        help="change fields of cables and leave the rest",
        description="Changes fields in place: only the lines concerned change, everything else stays to the character.\n"
        "Fields have the names of the library: subject, tags, references, captions, classification,\n"
        "date_time_group, originator, action, info, paragraphs ... A text may have its label or not.",
        examples="""\
  cablegrammar edit cable.txt --set tags="PREL, PK" --set subject="RICE HARVEST"
  cablegrammar edit --diff --add info="RUEHQT/AMEMBASSY QUITO" *.txt      what would change
  cablegrammar edit --delete references --remove info="AMEMBASSY LIMA" cable.txt
  cablegrammar edit - --set classification=SECRET < cable.txt > secret.txt
""",
        arguments=_edit,
    ),
    Command(
        name="convert",
        help="put cables into another container",
        description="Writes the telegram as the archive's record, as a message with its header, BT and NNNN, as header and\n"
        "text, or as text alone. The fields keep their text; 'format' makes it canonical. What the new\n"
        "container must have and the cable lacks is named, all of it at once.",
        examples="""\
  cablegrammar convert --to message 09LIMA17.txt              the record as a message, on standard output
  cablegrammar convert --to text -o texts/ *.txt              many, into a directory
  cablegrammar convert --to record --origin 'Embassy Lima' message.txt
  cablegrammar convert --to message --date-time-group '111530Z FEB 09' \\
    --originator 'AMEMBASSY LIMA' --routing-indicator RUEHPE \\
    --action 'RUEHC/SECSTATE WASHDC PRIORITY' text.txt
""",
        arguments=_convert,
    ),
    Command(
        name="diff",
        help="show what is different between two cables",
        description="Compares two cables by what they say: addressees added, markings changed, paragraphs moved.\n"
        "Layout - line ends, blank lines, page lines - is no difference.",
        examples="""\
  cablegrammar diff draft.txt sent.txt                 a line a change, by header, head and body
  cablegrammar diff --format json draft.txt sent.txt   the same as data
  git show HEAD:cable.txt | cablegrammar diff - cable.txt
  git difftool -y -x 'cablegrammar diff' -- cable.txt  what is different from what was committed

To have git diff show cables so, write '*.txt diff=cable' in .gitattributes, and
once:
  git config diff.cable.command 'sh -c "echo \\"\\$1\\"; \\
    cablegrammar diff \\"\\$2\\" \\"\\$5\\" || test \\$? = 1" -'
""",
        arguments=_diff,
        operands=("before", "after"),
    ),
    Command(
        name="split",
        help="split a long telegram into sections",
        description="Splits a telegram into sections of at most so many lines, each with the header, SECTION nn OF nn and,\n"
        "from the second on, the page line. They are in canonical form.",
        examples="""\
  cablegrammar split -o sections/ cable.txt        sections/cable.01.txt, sections/cable.02.txt ...
  cablegrammar split --lines 60 cable.txt          all of them, one behind the other
""",
        arguments=_split,
        operands=("file",),
    ),
    Command(
        name="join",
        help="join sections that were received separately",
        description="Joins the sections of one telegram, in any order. Sections that are missing, doubled or of another\n"
        "telegram are named, and nothing is written.",
        examples="""\
  cablegrammar join sections/*.txt -o cable.txt
""",
        arguments=_join,
    ),
    Command(
        name="render",
        help="write the text of cables that are given as JSON",
        description="Writes the text of cables given as JSON: to the character, where 'parse --format json' wrote their\n"
        "fields; in canonical form, where only values are given. A file holds one cable, a list of them, or\n"
        "one a line; several come one behind the other. Text is written as UTF-8.",
        examples="""\
  cablegrammar render cable.json                      the cable's text
  cablegrammar render -o cable.txt cable.json         in a file, which is replaced if it is there
  cablegrammar render -o texts cables.ndjson          a file each in the directory, none replaced
  cablegrammar parse --format json cable.txt | jq ... | cablegrammar render -
""",
        arguments=_render,
    ),
    Command(
        name="view",
        help="show a cable as an annotated page",
        description="Writes an HTML page of a cable, which needs no network: the text as it is, every field in the\n"
        "colour of its kind, with what it is, its value, its source and what 'check' says; beside it the\n"
        "addressees, references and paragraphs, and the canonical form with what is different there.",
        examples="""\
  cablegrammar view cable.txt -o cable.html           for any browser
  cablegrammar view cable.txt --open                  in the browser, at once
  xclip -o | cablegrammar view - > copied.html        what was copied
""",
        arguments=_view,
        operands=("file",),
    ),
    Command(
        name="schema",
        help="print a JSON Schema: of cables as JSON, of settings, of diagnostics",
        description="Prints a JSON Schema (2020-12), by default that of what 'parse --format json' writes and\n'render' reads.",
        examples="""\
  cablegrammar schema > cable.schema.json             for an editor, or another program
  cablegrammar schema --settings > settings.schema.json
""",
        arguments=_schema,
        operands=(),
    ),
    Command(
        name="corpus",
        help="write the tables of many cables, to be queried",
        description="Reads many cables and writes tables: cables, addressees, tags, references, paragraphs, diagnostics.\n"
        "A FILE is a file, a folder, a glob, a URL (s3://...) or '-'; .gz, .zst, .tar and .tgz are opened. A .csv\n"
        "has the eight columns of the published collection, a .jsonl an object a line, a .txt is one text. What\n"
        "cannot be taken goes to rejects.ndjson, and the exit code is 1. A run that was interrupted or killed goes\n"
        "on with --resume.",
        examples="""\
  cablegrammar corpus -o tables cables.csv             all cables of the collection
  cablegrammar corpus -o tables --resume cables.csv    go on where the last run ended
  cablegrammar corpus -o both traffic/ 'more/*.gz'     folders and globs
  cablegrammar corpus -o day --layout many day.txt     a file of many messages
  zcat traffic.gz | cablegrammar corpus -o lines --format ndjson -
""",
        arguments=_corpus,
        files_help="a file, folder, glob or URL, or '-' for standard input",
    ),
    Command(
        name="query",
        help="ask the tables of a corpus by SQL",
        description="Runs SQL over the tables that 'corpus' wrote, by DuckDB. They are called cables, addressees, tags,\n"
        'paragraphs, diagnostics and "references", which SQL wants quoted. docs/corpora.md shows their columns.',
        examples="""\
  cablegrammar query "SELECT post, count(*) FROM cables GROUP BY post" tables
  cablegrammar query --format csv 'SELECT id, cited_id FROM "references"' tables
  cablegrammar query "COPY (SELECT code, title FROM tags) TO 'tags.csv'" tables
""",
        arguments=_query,
        operands=(),
    ),
    Command(
        name="report",
        help="show the tables of a corpus as figures",
        description="Writes an HTML page of what the tables hold that 'corpus' wrote, which needs no network: cables by\n"
        "year and classification, posts, TAGS, precedence, the addressees of the top posts, diagnostics by\n"
        "rule, and how much was not understood; each figure with its numbers.",
        examples="""\
  cablegrammar report tables -o report.html           for any browser
  cablegrammar report tables > report.html            the same
""",
        arguments=_report,
        operands=(),
    ),
)
