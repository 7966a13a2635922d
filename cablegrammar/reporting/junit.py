"""For test reports: JUnit XML, a suite a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cablegrammar.reporting.report import Report


def junit(reports: Iterable[Report], colour: bool = False) -> Iterator[str]:
    """A suite a file, a failure a diagnostic; a file without one is a test that passes."""
    from xml.etree import ElementTree  # only this report needs it

    root = ElementTree.Element("testsuites", name="cablegrammar")
    for report in reports:
        failures = len(report.diagnostics)
        suite = ElementTree.SubElement(root, "testsuite", name=_allowed(report.path))
        for name, count in (("tests", max(1, failures)), ("failures", failures), ("errors", 0)):
            suite.set(name, str(count))
        for one in report.diagnostics:
            where = report.index.place(one.span[0])
            place = f"line {where.line}, column {where.column}"
            case = ElementTree.SubElement(
                suite,
                "testcase",
                name=f"{one.code} {one.name} {where.line}:{where.column}",
                classname=_allowed(report.path),
                file=_allowed(report.path),
                line=str(where.line),
            )
            failure = ElementTree.SubElement(case, "failure", type=one.severity, message=_allowed(one.message))
            failure.text = _allowed(f"{place}: {one.code} {one.message}")
        if not failures:
            ElementTree.SubElement(suite, "testcase", name="cablegrammar", classname=_allowed(report.path))
    ElementTree.indent(root)
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n{ElementTree.tostring(root, encoding="unicode")}\n'


def _allowed(text: str) -> str:
    """`text` with U+FFFD for characters that XML does not allow."""
    return "".join(letter if letter.isprintable() or letter in "\t\n" else "\ufffd" for letter in text)
