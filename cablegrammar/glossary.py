"""What each class of the model is, in a sentence for people, and where that is laid down: the one place that pages and lexers take it from."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from cablegrammar import model as m

#: The kinds of fields, in the order of a cable, and what a legend calls them.
KINDS = {
    "archive": "archive and publisher",
    "transmission": "transmission",
    "address": "from and to",
    "classification": "classification",
    "head": "filing and subject",
    "text": "text",
    "unparsed": "not understood",
}

ARCHIVE, TRANSMISSION, ADDRESS, CLASSIFICATION, HEAD, TEXT, UNPARSED = KINDS


@attrs.frozen
class Entry:
    """What is to say about a class of the model: its `kind`, one of `KINDS`; `says`, what it is, in a sentence; `source`, the clauses that
    lay it down, or what else is known of it.
    """

    kind: str = attrs.field(validator=attrs.validators.in_(KINDS))
    says: str
    source: str


_FL = "ACP 127, format line {}".format
_COUNTED = "no handbook speaks of it; counted in public cables"
_SEVENTIES = "as seen in telegrams of the 1970s"

#: An entry for every class of the model that is, or is part of, what stands in a cable.
ENTRIES: Mapping[type[m.Value], Entry] = {
    # the archive
    m.Record: Entry(
        ARCHIVE, "What the archive says about the cable, before its text.", "form of the public collection"
    ),
    m.CableId: Entry(
        ARCHIVE, "The archive's name for a cable: year, post and number.", "form of the public collection"
    ),
    m.PartialExtract: Entry(
        ARCHIVE, "The publisher's notice that only a part is here.", "form of the public collection"
    ),
    m.PublisherLine: Entry(ARCHIVE, "A date, a database row or the like that a publisher left in the text.", _COUNTED),
    m.Trailer: Entry(ARCHIVE, "A line that a publisher or a message centre left behind the text.", _COUNTED),
    m.Blank: Entry(ARCHIVE, "Blank lines before the first field.", "no handbook speaks of it; layout"),
    # the transmission
    m.TransmissionId: Entry(
        TRANSMISSION,
        "Format line 1: the circuit that the message went over, and its count there.",
        f"5 FAH-2 H-321.1; {_FL(1)}",
    ),
    m.Routing: Entry(
        TRANSMISSION,
        "Format line 2: the highest precedence, and the stations that got this copy.",
        f"5 FAH-2 H-321.2; {_FL(2)}",
    ),
    m.JanapHeader: Entry(
        TRANSMISSION,
        "The one-line header of a military message: it has the place of format lines 2 to 4.",
        "JANAP 128; NAVEDTRA 14226",
    ),
    m.Station: Entry(
        TRANSMISSION,
        "Format line 3: the station that sent the message, its serial number, and when it was filed.",
        f"5 FAH-2 H-320; {_FL(3)}",
    ),
    m.Security: Entry(
        CLASSIFICATION,
        "Format line 4: how the message is to be protected on the way, and how to handle it.",
        f"ACP 117 CAN-US SUPP-1, para 7; {_FL(4)}",
    ),
    m.DateTimeLine: Entry(TRANSMISSION, "Format line 5: how fast, and when the message was released.", _FL(5)),
    m.DateTimeGroup: Entry(
        TRANSMISSION, "The date-time group: day, hour, minute, month and year, in universal time.", _FL(5)
    ),
    m.MessageCentreLine: Entry(TRANSMISSION, "What the Department's message centre noted on the telegram.", _SEVENTIES),
    m.GroupCount: Entry(TRANSMISSION, "Format line 10: how many groups of letters the text has.", _FL(10)),
    m.Separation: Entry(TRANSMISSION, "Format lines 11 and 13: BT parts heading, text and ending.", _FL("11 and 13")),
    m.PageLine: Entry(
        TRANSMISSION,
        "The head of a new page, put in where the telegram was cut; no part of the text.",
        "ACP 127, sections and page lines",
    ),
    m.Validation: Entry(
        TRANSMISSION, "Format line 15: the serial number of format line 3 again, as a check.", _FL("14 or 15")
    ),
    m.EndOfMessage: Entry(TRANSMISSION, "Format line 16: NNNN, the end of the message.", _FL(16)),
    # from and to
    m.Originator: Entry(ADDRESS, "Format line 6: who sent the message.", f"5 FAH-2 H-232; {_FL(6)}"),
    m.Address: Entry(ADDRESS, "An addressee.", "5 FAH-2 H-230; 5 FAH-1 H-221; ACP 127, format lines 6 to 9"),
    m.Action: Entry(ADDRESS, "Format line 7: an addressee who is to act.", f"5 FAH-2 H-321.7; {_FL(7)}"),
    m.Info: Entry(ADDRESS, "Format line 8: an addressee who is to know.", f"5 FAH-2 H-321.8; {_FL(8)}"),
    m.Exempted: Entry(
        ADDRESS, "Format line 9: whom a collective address above does not mean.", f"5 FAH-2 H-321.9; {_FL(9)}"
    ),
    m.Distribution: Entry(ADDRESS, "The offices of the Department that got copies.", _SEVENTIES),
    m.OfficeCopies: Entry(ADDRESS, "How many copies an office got.", _SEVENTIES),
    m.Drafting: Entry(ADDRESS, "Who drafted, cleared or approved the telegram.", _SEVENTIES),
    m.Passing: Entry(ADDRESS, "Who is to read the telegram, or to whom it is to be passed.", "5 FAH-2 H-252"),
    # classification
    m.Banner: Entry(CLASSIFICATION, "The classification at the top and the bottom of a page.", _SEVENTIES),
    m.ClassificationLine: Entry(
        CLASSIFICATION,
        "The first line of the text: the classification of the whole, the section, the post and its number.",
        "5 FAH-2 H-222",
    ),
    m.MessageNumber: Entry(CLASSIFICATION, "The post and the number of the telegram.", "5 FAH-2 H-222"),
    m.Section: Entry(CLASSIFICATION, "Which part of a telegram that was too long for one message.", "5 FAH-2 H-222"),
    m.ExecutiveOrder: Entry(
        CLASSIFICATION,
        "The order that governs the classification, and until when or why it lasts.",
        "5 FAH-1 H-246; 32 CFR 2001",
    ),
    m.Duration: Entry(CLASSIFICATION, "How long the classification lasts.", "32 CFR 2001, by its practice"),
    m.ClassifiedBy: Entry(CLASSIFICATION, "Who classified the telegram, and for which reasons.", "5 FAH-1 H-246"),
    m.Officer: Entry(CLASSIFICATION, "The officer who classified: title, name and office.", "5 FAH-1 H-246"),
    m.Reason: Entry(CLASSIFICATION, "A reason to classify: a letter of a section of the order.", "5 FAH-1 H-246"),
    m.PortionMarking: Entry(
        CLASSIFICATION, "The classification of one paragraph, or of the subject.", "5 FAH-1 H-246.2"
    ),
    # the head
    m.Captions: Entry(HEAD, "Words that limit who may handle the telegram, or steer it.", "5 FAH-2 H-442"),
    m.CorrectedCopy: Entry(HEAD, "The telegram is sent again, corrected.", _COUNTED),
    m.Tags: Entry(HEAD, "The codes that the telegram is filed and routed by.", "5 FAH-3 H-011"),
    m.Tag: Entry(HEAD, "A code of subject, program, organization or country.", "5 FAH-3 H-111"),
    m.Subject: Entry(HEAD, "The subject.", "5 FAH-1 H-210"),
    m.References: Entry(HEAD, "The telegrams and papers that the telegram refers to.", "practice of State telegrams"),
    m.Reference: Entry(HEAD, "A telegram or paper referred to.", "practice of State telegrams"),
    m.ReferenceKind: Entry(
        HEAD, "What is referred to: a cable, an e-mail, a telephone call.", "practice of State telegrams"
    ),
    # the text
    m.Heading: Entry(TEXT, "A heading.", _COUNTED),
    m.Paragraph: Entry(TEXT, "A numbered paragraph, with what follows it without a number.", "5 FAH-1 H-246.2"),
    m.Text: Entry(TEXT, "Text without a number.", "5 FAH-1 H-246.2: a single paragraph is not numbered"),
    m.Prose: Entry(TEXT, "Running text: where its lines break has no meaning.", "practice of State telegrams"),
    m.LaidOut: Entry(TEXT, "Lines whose breaks and blanks have a meaning: lists, tables.", _COUNTED),
    m.SubParagraph: Entry(
        TEXT, "A labelled item within a paragraph.", "the handbook leaves it free; counted in public cables"
    ),
    m.BlockMark: Entry(TEXT, "The begin or the end of a quoted text or a summary.", _COUNTED),
    m.LeadIn: Entry(TEXT, "The first words of a paragraph, which say what it is.", "5 FAH-1 H-246.3"),
    m.Mention: Entry(TEXT, "A place of the text that names other telegrams.", "practice of State telegrams"),
    m.Mentions: Entry(TEXT, "The places of the text that name other telegrams.", "practice of State telegrams"),
    m.Signature: Entry(
        TEXT, "The surname of the chief of mission, which ends the text.", "practice of State telegrams"
    ),
    # whatever it was to be
    m.Unparsed: Entry(
        UNPARSED, "This could not be read as what its place or its beginning announced.", "kept as it is"
    ),
}


#: Parts of a field, by their names in the grammar, that are of another kind than the field that holds them.
PART_KINDS: Mapping[str, str] = {
    **dict.fromkeys(("page on line", "page in prose", "page in references", "page in subject"), TRANSMISSION),
    **dict.fromkeys(
        (
            "paragraph mark",
            "paragraph mark lower",
            "mark level",
            "mark level lower",
            "mark control",
            "mark countries",
            "entire text",
        ),
        CLASSIFICATION,
    ),
}


def entry_of(value: m.Value) -> Entry:
    """The entry of the class of `value`; of what could not be read, with the clause of what it was to be.

    >>> entry_of(m.Signature("SMITH")).says
    'The surname of the chief of mission, which ends the text.'
    """
    entry = ENTRIES[type(value)]
    announced = m.CONSTRUCTS.get(value.construct) if isinstance(value, m.Unparsed) else None
    return attrs.evolve(entry, source=ENTRIES[announced].source) if announced is not None else entry
