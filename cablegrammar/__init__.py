r"""Diplomatic cables and record messages: read by a formal grammar, kept as values, written exactly or in canonical form.

>>> import cablegrammar as cg
>>> cable = cg.parse("UNCLAS LIMA 000017\n\nE.O. 12958: N/A\nTAGS: PREL, PE\nSUBJECT: VISIT\n\n1. Post agrees.\n")
>>> str(cable.classification), cable.message_number.post, cable.subject.text
('UNCLASSIFIED', 'LIMA', 'VISIT')

Every value class stands in `cablegrammar.model` and can be taken from here too: `cg.Paragraph`, `cg.Tags`. Names are imported when they
are first used, so that a program that needs little starts quickly.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cablegrammar.cable import Cable
    from cablegrammar.canonical import canonicalize, format
    from cablegrammar.charsets import CharsetError, CharsetFault
    from cablegrammar.checking import check
    from cablegrammar.citation_graph import Citation, canonical_id, citations
    from cablegrammar.comparison import Change, diff
    from cablegrammar.converting import ConversionError, convert
    from cablegrammar.corpora.arrow import parse_batch
    from cablegrammar.corpora.layouts import CorpusRecord
    from cablegrammar.corpora.sources import read_corpus
    from cablegrammar.diagnostics import CableSyntaxError, Diagnostic, Edit, Fix, Label, LineIndex
    from cablegrammar.document import Document, load, save
    from cablegrammar.emission import LineLengthError, emit
    from cablegrammar.export import CableDataError, from_dict, to_dict
    from cablegrammar.fixing import Fixed, apply_fixes, fix
    from cablegrammar.meanings import meaning
    from cablegrammar.model import (
        Action,
        Address,
        Banner,
        Blank,
        Block,
        BlockMark,
        CableId,
        Captions,
        ClassificationLine,
        ClassifiedBy,
        CorrectedCopy,
        DateTimeGroup,
        DateTimeLine,
        Distribution,
        Drafting,
        Duration,
        EndOfMessage,
        ExecutiveOrder,
        Exempted,
        Field,
        GroupCount,
        Heading,
        Info,
        JanapHeader,
        LaidOut,
        LeadIn,
        Level,
        Mention,
        Mentions,
        MessageCentreLine,
        MessageNumber,
        OfficeCopies,
        Officer,
        OrderAction,
        Originator,
        PageLine,
        Paragraph,
        PartialExtract,
        Passing,
        PortionMarking,
        Precedence,
        Prose,
        PublisherLine,
        Reason,
        Record,
        Reference,
        ReferenceKind,
        References,
        Routing,
        Section,
        Security,
        Separation,
        Signature,
        Station,
        Subject,
        SubParagraph,
        Tag,
        Tags,
        Text,
        Trailer,
        TransmissionId,
        Unparsed,
        Validation,
        Value,
    )
    from cablegrammar.parsing import parse, unparse
    from cablegrammar.repairing import Repair, apply_repairs, propose_repairs
    from cablegrammar.rules import RuleError
    from cablegrammar.sectioning import SectionError, join_sections, split_sections
    from cablegrammar.settings import Settings
    from cablegrammar.streaming import load_many, parse_many
    from cablegrammar.viewing import view

__version__ = "0.1.0"

_HOMES = {
    "RuleError": "rules",
    "check": "checking",
    "Edit": "diagnostics",
    "Fix": "diagnostics",
    "Label": "diagnostics",
    "LineIndex": "diagnostics",
    "Fixed": "fixing",
    "apply_fixes": "fixing",
    "fix": "fixing",
    "Settings": "settings",
    "Cable": "cable",
    "CableDataError": "export",
    "CableSyntaxError": "diagnostics",
    "Change": "comparison",
    "CharsetError": "charsets",
    "CharsetFault": "charsets",
    "Citation": "citation_graph",
    "ConversionError": "converting",
    "CorpusRecord": "corpora.layouts",
    "Diagnostic": "diagnostics",
    "Document": "document",
    "LineLengthError": "emission",
    "Repair": "repairing",
    "apply_repairs": "repairing",
    "SectionError": "sectioning",
    "canonical_id": "citation_graph",
    "canonicalize": "canonical",
    "citations": "citation_graph",
    "convert": "converting",
    "diff": "comparison",
    "emit": "emission",
    "format": "canonical",
    "from_dict": "export",
    "join_sections": "sectioning",
    "load": "document",
    "load_many": "streaming",
    "meaning": "meanings",
    "parse": "parsing",
    "parse_batch": "corpora.arrow",
    "parse_many": "streaming",
    "propose_repairs": "repairing",
    "read_corpus": "corpora.sources",
    "save": "document",
    "split_sections": "sectioning",
    "to_dict": "export",
    "unparse": "parsing",
    "view": "viewing",
}

__all__ = [
    "Action",
    "Address",
    "Banner",
    "Blank",
    "Block",
    "BlockMark",
    "Cable",
    "CableDataError",
    "CableId",
    "CableSyntaxError",
    "Captions",
    "Change",
    "CharsetError",
    "CharsetFault",
    "Citation",
    "ClassificationLine",
    "ClassifiedBy",
    "ConversionError",
    "CorpusRecord",
    "CorrectedCopy",
    "DateTimeGroup",
    "DateTimeLine",
    "Diagnostic",
    "Distribution",
    "Document",
    "Drafting",
    "Duration",
    "Edit",
    "EndOfMessage",
    "ExecutiveOrder",
    "Exempted",
    "Field",
    "Fix",
    "Fixed",
    "GroupCount",
    "Heading",
    "Info",
    "JanapHeader",
    "Label",
    "LaidOut",
    "LeadIn",
    "Level",
    "LineIndex",
    "LineLengthError",
    "Mention",
    "Mentions",
    "MessageCentreLine",
    "MessageNumber",
    "OfficeCopies",
    "Officer",
    "OrderAction",
    "Originator",
    "PageLine",
    "Paragraph",
    "PartialExtract",
    "Passing",
    "PortionMarking",
    "Precedence",
    "Prose",
    "PublisherLine",
    "Reason",
    "Record",
    "Reference",
    "ReferenceKind",
    "References",
    "Repair",
    "Routing",
    "RuleError",
    "Section",
    "SectionError",
    "Security",
    "Separation",
    "Settings",
    "Signature",
    "Station",
    "SubParagraph",
    "Subject",
    "Tag",
    "Tags",
    "Text",
    "Trailer",
    "TransmissionId",
    "Unparsed",
    "Validation",
    "Value",
    "__version__",
    "apply_fixes",
    "apply_repairs",
    "canonical_id",
    "canonicalize",
    "check",
    "citations",
    "convert",
    "diff",
    "emit",
    "fix",
    "format",
    "from_dict",
    "join_sections",
    "load",
    "load_many",
    "meaning",
    "parse",
    "parse_batch",
    "parse_many",
    "propose_repairs",
    "read_corpus",
    "save",
    "split_sections",
    "to_dict",
    "unparse",
    "view",
]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_HOMES.get(name, 'model')}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
