"""What stands between two fields in canonical text."""

from __future__ import annotations

from cablegrammar import model as m

#: Format lines, each on a line right below the one before (5 FAH-2 H-320).
_FORMAT_LINES = (
    m.Record,
    m.PublisherLine,
    m.TransmissionId,
    m.Routing,
    m.JanapHeader,
    m.Station,
    m.Security,
    m.DateTimeLine,
    m.Originator,
    m.Action,
    m.Info,
    m.Exempted,
    m.GroupCount,
    m.Distribution,
    m.Drafting,
    m.MessageCentreLine,
    m.Separation,
    m.Validation,
    m.EndOfMessage,
)
#: Pairs that stand on adjacent lines; between all others is a blank line. Counts: docs/canonical-form.md.
_ADJACENT: tuple[tuple[tuple[type, ...], tuple[type, ...]], ...] = (
    (_FORMAT_LINES, _FORMAT_LINES),
    ((m.Record,), (m.PartialExtract,)),
    ((m.Separation,), (m.ClassificationLine,)),
    ((m.Passing,), (m.Passing,)),
    ((m.ExecutiveOrder,), (m.Tags,)),
    ((m.Tags,), (m.Subject,)),
    ((m.ExecutiveOrder,), (m.Subject,)),
    ((m.Paragraph, m.Text, m.Heading), (m.Signature,)),
    ((m.Paragraph, m.Text, m.Signature, m.Trailer), (m.Separation,)),
)


def line_ends_between(before: m.Value, after: m.Value | None) -> int:
    """How many line ends stand behind `before` when `after` follows: one at the end of the text."""
    if after is None or any(isinstance(before, first) and isinstance(after, second) for first, second in _ADJACENT):
        return 1
    return 2
