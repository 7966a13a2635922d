"""`cablegrammar edit`: fields of cables changed, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from cablegrammar.cable import Cable
from cablegrammar.cli import FAILED, FINE
from cablegrammar.cli.difference import show_difference
from cablegrammar.cli.files import STDIN, deliver, failed, read, wrong_output
from cablegrammar.cli.terminal import complain
from cablegrammar.document import save, to_bytes
from cablegrammar.edit import PARTS, REPLACEABLE, SEVERAL
from cablegrammar.given import value_of
from cablegrammar.model import Action, Address, Exempted, Info
from cablegrammar.parsing import unparse
from cablegrammar.tree import shown

#: What `--set`, `--add` and `--remove` make of their words: a kind of change, a field, a text.
Change = tuple[str, str, str]


def edit(files: Sequence[str], changes: Sequence[tuple[str, str]], diff: bool, output: str) -> int:
    """Make the changes in each file, or with `diff` show them; returns the exit code."""
    parsed = [_change(kind, words) for kind, words in changes]
    wrong = next((said for said in parsed if isinstance(said, str)), "")
    if not changes:
        wrong = "nothing to change: name it with --set, --add, --remove or --delete"
    if output and not diff:
        wrong = wrong or wrong_output(files, output)
    if wrong:
        complain(f"cablegrammar: {wrong}")
        return FAILED
    made = [change for change in parsed if not isinstance(change, str)]
    return max(_edit(file, made, diff, output) for file in files)


def _change(kind: str, words: str) -> Change | str:
    """A change, or what is wrong with it."""
    field, sign, text = words.partition("=")
    if kind == "delete":
        field, sign, text = words, "=", ""
    if not sign:
        return f"--{kind}: expected FIELD=TEXT, got {shown(words)!r}"
    known = (*REPLACEABLE, *SEVERAL, *PARTS)
    if field not in known:
        return f"--{kind}: there is no field {shown(field)!r}; there are {', '.join(known)}"
    if kind in ("add", "remove") and field not in SEVERAL:
        return f"--{kind}: a cable has one {field}: change it with --set; there are several of {', '.join(SEVERAL)}"
    return kind, field, text


def _edit(file: str, changes: Sequence[Change], diff: bool, output: str) -> int:
    name = "<stdin>" if file == STDIN else file
    document = read(file, name)
    if document is None:
        return FAILED
    before = unparse(document.cable)
    try:
        cable = document.cable
        # several values for one field are all of its values
        for field in dict.fromkeys(field for kind, field, _ in changes if kind == "set"):
            texts = [text for kind, one, text in changes if (kind, one) == ("set", field)]
            cable = cable.replace(**{field: texts if field in SEVERAL else texts[-1]})
        for kind, field, text in changes:
            if kind != "set":
                cable = _changed(cable, kind, field, text)
        edited = attrs.evolve(document, cable=cable)
        to_bytes(unparse(cable), document.encoding, document.bom)
        if diff:
            show_difference(name, before, unparse(cable), "edited")
        elif file == STDIN or output:
            deliver(edited, name, output)
        elif unparse(cable) != before:
            save(edited)
    except (OSError, ValueError) as error:
        failed(name, error)
        return FAILED
    return FINE


def _changed(cable: Cable, kind: str, field: str, text: str) -> Cable:
    """The cable with one value more or less of a field that it has several of, or without a field."""
    if kind == "delete":
        return cable.replace(**{field: None})
    cls = SEVERAL[field]
    value = value_of(field, text, Address if cls in (Action, Info, Exempted) else cls)
    values = list(getattr(cable, field))
    if kind == "add":
        return cable.replace(**{field: [*values, value]})
    if value not in values:
        # an addressee is named by its designator alone too
        named = [
            one for one in values if isinstance(one, Address) and isinstance(value, Address) and one.plad == value.plad
        ]
        if len(named) != 1:
            what = "there are several such" if named else "there is no such"
            raise ValueError(f"{what} {field}: {text!r}")
        value = named[0]
    values.remove(value)
    return cable.replace(**{field: values})
