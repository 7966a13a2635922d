"""The guarantees as functions of one text, for generated, mutated and real texts alike."""

from __future__ import annotations

import json
import pickle

import cablegrammar as cg
from cablegrammar.model import Action, Exempted, Info, Unparsed, Value
from cablegrammar.writer import write


def lossless(text: str) -> cg.Cable:
    """G1, G2: reading never fails and nothing is lost, through dictionaries, JSON and pickling too."""
    cable = cg.parse(text)
    assert cg.unparse(cable) == text
    data = json.loads(json.dumps(cg.to_dict(cable)))
    again = cg.from_dict(data)
    assert again == cable
    assert cg.unparse(again) == text
    pickled = pickle.loads(pickle.dumps(cable))
    assert pickled == cable
    assert cg.unparse(pickled) == text
    return cable


def honest(cable: cg.Cable) -> None:
    """G3: every piece that is not understood has a diagnostic."""
    errors = [diagnostic for diagnostic in cable.diagnostics if diagnostic.severity == "error"]
    assert len(errors) == len(cable.unparsed)
    length = len(cg.unparse(cable))
    for diagnostic in cable.diagnostics:
        start, end = diagnostic.span
        assert 0 <= start <= end <= length


def canonical(cable: cg.Cable) -> cg.Cable:
    """G4, G5, G7: formatting keeps the meaning, and canonical text stays as it is."""
    done = cg.canonicalize(cable)
    assert cg.meaning(done) == cg.meaning(cable)
    text = cg.unparse(done)
    again = cg.parse(text)
    assert cg.meaning(again) == cg.meaning(cable)
    assert cg.format(text) == text
    conforms(done)
    return done


def conforms(done: cg.Cable) -> None:
    """G7: in canonical text every field is what its value is written as, unless a note says that it had to keep its text.

    What is not understood, and copies that are not the primary one, keep their text too; a text that is no telegram does as a whole.
    """
    again = cg.canonicalize(done)
    assert [field.text for field in again.fields] == [field.text for field in done.fields]
    if done.classification_line is None or done.notes or again.notes:
        return
    for index in done.primary:
        field = done.fields[index]
        if not isinstance(field.value, Unparsed):
            assert "\n".join(field.text.rstrip("\r\n").splitlines()) in spellings(field.value)


def spellings(value: Value) -> list[str]:
    """The canonical text, lines told apart as `splitlines` does; an addressee that is not the first of its kind has no word before it."""
    texts = [write(value)]
    if isinstance(value, Action | Info | Exempted):
        texts.append(write(value.address))
    return ["\n".join(text.splitlines()) for text in texts]
