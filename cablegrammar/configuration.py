"""Settings in files: `cablegrammar.toml`, or the table `[tool.cablegrammar]` of pyproject.toml. The nearest above a file holds for it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from importlib.resources import files
from pathlib import Path
from typing import Any

import attrs

from cablegrammar.rules.base import PROFILES
from cablegrammar.rules.registry import all_rules
from cablegrammar.settings import Settings

#: The files that hold settings; of two in a directory the first wins.
FILE, PROJECT = "cablegrammar.toml", "pyproject.toml"
TABLE = "tool.cablegrammar"
#: A name, not an address: nothing is fetched.
SCHEMA_ID = "urn:cablegrammar:settings:1"

#: The forms of reports, see `cablegrammar.reporting`.
FORMATS = ("full", "concise", "json", "jsonl", "github", "sarif", "junit", "gitlab")
#: Names that are looked for in directories, and directories that hold no cables of one's own.
INCLUDE = ("*.txt",)
EXCLUDE = (".git", ".hg", ".jj", ".nox", ".svn", ".tox", ".venv", "node_modules", "site-packages", "venv")


class ConfigurationError(ValueError):
    """A file of settings that is wrong: the message names file and keys, and says what was expected, a line each."""


def _key(default: Any, about: str, *, holds: str = "", choices: tuple[str, ...] = ()) -> Any:
    """A setting: what it is about, whether its texts are `rules` or `patterns`, or which there are."""
    return attrs.field(default=default, metadata={"about": about, "holds": holds, "choices": choices})


@attrs.frozen(kw_only=True)
class Configuration:
    """The settings of a file, each a key of that name with hyphens: `extend_select` is `extend-select`.

    `profile`, `select`, `extend_select` and `ignore` are those of `Settings`; `per_file_ignores` maps patterns to rules that are left out in
    files that fit them. In directories `include` says which names are read, `exclude` and `extend_exclude` what is passed over, as what
    .gitignore names is with `respect_gitignore`; with `force_exclude` also files that are named one by one are passed over. `rules` are
    options of rules by code.

    `output_format` is the form of reports, which the settings of the working directory say; `baseline` the file of findings that are known,
    `""` for none.

    Patterns are those of .gitignore, seen from the directory of the file of settings, and so is the path of the baseline.

    >>> Configuration(profile="drafting", ignore=("FL",)).settings
    Settings(profile='drafting', select=(), ignore=('FL',), extend_select=(), rules=())
    """

    profile: str = _key("archive", "For whom cables are checked: which rules are on, and how severe.", choices=PROFILES)
    select: tuple[str, ...] = _key((), "Check these rules and no others: codes, families or ALL.", holds="rules")
    extend_select: tuple[str, ...] = _key((), "Check these rules too.", holds="rules")
    ignore: tuple[str, ...] = _key((), "Leave these rules out.", holds="rules")
    per_file_ignores: Mapping[str, tuple[str, ...]] = _key(
        {}, "Rules to leave out in files, by pattern.", holds="rules"
    )
    rules: Mapping[str, Mapping[str, int]] = _key({}, "Options of rules, by code.", holds="options")
    include: tuple[str, ...] = _key(INCLUDE, "Which files are read in directories.", holds="patterns")
    exclude: tuple[str, ...] = _key(EXCLUDE, "Which files and directories are passed over.", holds="patterns")
    extend_exclude: tuple[str, ...] = _key((), "Which are passed over besides those of exclude.", holds="patterns")
    respect_gitignore: bool = _key(True, "Whether what .gitignore names is passed over.")
    force_exclude: bool = _key(False, "Whether files that are named one by one are passed over too.")
    output_format: str = _key("full", "The form of reports.", choices=FORMATS)
    baseline: str = _key("", "The file of findings that are known, from the directory of this file.")

    @property
    def settings(self) -> Settings:
        """What `check` is given, for a file without ignores of its own; raises `ValueError` for rules that there are not."""
        return Settings(
            profile=self.profile,
            select=self.select,
            ignore=self.ignore,
            extend_select=self.extend_select,
            rules=self.rules,
        )


@attrs.frozen
class Located:
    """A `configuration`, the `file` that it stands in, `None` where it stands in none, and the directory `root` of its patterns."""

    configuration: Configuration
    file: Path | None
    root: str


# ---- keys and their forms ----------------------------------------------------------------------------------------------------


def keys() -> dict[str, attrs.Attribute[Any]]:
    """The settings by key."""
    return {one.name.replace("_", "-"): one for one in attrs.fields(attrs.resolve_types(Configuration))}


def _texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _expected(attribute: attrs.Attribute[Any], value: Any) -> str:
    """What `value` should be in words, `""` if it is that."""
    if choices := attribute.metadata["choices"]:
        return "" if value in choices else f"one of {', '.join(map(json.dumps, choices))}"
    if attribute.type is bool:
        return "" if isinstance(value, bool) else "true or false"
    if attribute.type is str:
        return "" if isinstance(value, str) else "a text"
    if attribute.type == tuple[str, ...]:
        return "" if _texts(value) else "a list of texts"
    if attribute.metadata["holds"] == "options":
        tables = isinstance(value, dict) and all(isinstance(one, dict) for one in value.values())
        return "" if tables else "a table for each rule"
    return "" if isinstance(value, dict) and all(map(_texts, value.values())) else "a table of lists of texts"


def _meant(attribute: attrs.Attribute[Any], value: Any) -> str:
    """What may have been meant by a wrong value."""
    if isinstance(value, str):
        close = get_close_matches(value.lower(), attribute.metadata["choices"], 1)
        if close:
            return f"; did you mean {json.dumps(close[0])}?"
        if attribute.type == tuple[str, ...]:
            return f"; did you mean {_toml([part.strip() for part in value.split(',')])}?"
        if attribute.type is bool and value.lower() in ("true", "false"):
            return f"; did you mean {value.lower()}?"
    if isinstance(value, dict) and attribute.type not in (bool, str) and attribute.metadata["holds"] != "options":
        first = next((key for key, one in value.items() if isinstance(one, str)), None)
        return f"; did you mean {json.dumps(first)} = {_toml([value[first]])}?" if first is not None else ""
    return ""


def structured(data: Mapping[str, Any]) -> Configuration:
    """The configuration that a table says; raises `ConfigurationError` with a line for each key that is wrong.

    >>> structured({"slect": ["FL"], "ignore": "FL001"})
    Traceback (most recent call last):
    ...
    cablegrammar.configuration.ConfigurationError: slect: there is no such setting; did you mean select?
    ignore: expected a list of texts, not "FL001"; did you mean ["FL001"]?
    """
    faults: list[str] = []
    given: dict[str, Any] = {}
    known = keys()
    for key, value in data.items():
        if key not in known:
            close = get_close_matches(key.replace("_", "-").lower(), known, 1)
            said = f"; did you mean {close[0]}?" if close else f"; there are {', '.join(known)}"
            faults.append(f"{_toml_key(key)}: there is no such setting{said}")
        elif expected := _expected(known[key], value):
            faults.append(f"{key}: expected {expected}, not {_toml(value)}{_meant(known[key], value)}")
        else:
            given[known[key].name] = _frozen(value)
            faults += _wrong_texts(key, known[key], value)
    if faults:
        raise ConfigurationError("\n".join(faults))
    return Configuration(**given)


def _frozen(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _frozen(one) for key, one in value.items()}
    return tuple(value) if isinstance(value, list) else value


def _wrong_texts(key: str, attribute: attrs.Attribute[Any], value: Any) -> Iterator[str]:
    """What is wrong with rules and patterns."""
    if attribute.metadata["holds"] == "options":
        try:
            Settings(rules=value)
        except ValueError as error:
            yield str(error)
    elif attribute.metadata["holds"] == "patterns":
        yield from (f"{key}: {said}" for said in map(wrong_pattern, value) if said)
    elif isinstance(value, dict):
        for pattern, rules in value.items():
            if said := wrong_pattern(pattern) or _wrong_rules(rules):
                yield f"{key}.{json.dumps(pattern, ensure_ascii=False)}: {said}"
    elif attribute.metadata["holds"] == "rules" and (said := _wrong_rules(value)):
        yield f"{key}: {said}"


def wrong_pattern(pattern: str) -> str:
    """What is wrong with a pattern, `""` if nothing is."""
    from pathspec import GitIgnoreSpec  # few runs have a pattern to look at

    try:
        GitIgnoreSpec.from_lines([pattern])
    except ValueError:
        return f"{pattern!r} is no pattern of .gitignore"
    return ""


def _wrong_rules(rules: list[str]) -> str:
    try:
        Settings(ignore=rules)
    except ValueError as error:
        return str(error).removeprefix("ignore: ")
    return ""


# ---- files -------------------------------------------------------------------------------------------------------------------


def read_configuration(file: str | os.PathLike[str]) -> Configuration | None:
    """The configuration in a file, `None` for a pyproject.toml without `[tool.cablegrammar]`.

    Raises `OSError`, and `ConfigurationError` for what is no TOML, unknown keys and wrong values.
    """
    import tomllib  # most runs find no file

    path = Path(file)
    try:
        data: Any = tomllib.loads(path.read_bytes().decode("utf-8"))
    except UnicodeDecodeError as error:
        raise ConfigurationError(f"{path}: is no TOML: byte {error.start} is no UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise ConfigurationError(f"{path}: is no TOML: {error}") from None
    where = f"{path}: "
    if path.name == PROJECT:
        where += f"[{TABLE}] "
        for part in TABLE.split("."):
            if not isinstance(data, dict):
                return None
            data = data.get(part)
        if data is None:
            return None
        if not isinstance(data, dict):
            raise ConfigurationError(f"{where}expected a table, not {_toml(data)}")
    try:
        return structured(data)
    except ConfigurationError as error:
        raise ConfigurationError("\n".join(where + line for line in str(error).splitlines())) from None


def configuration_in(directory: str | os.PathLike[str]) -> Located | None:
    """The configuration in a file of settings of `directory` itself, if there is one; raises what `read_configuration` does."""
    for name in (FILE, PROJECT):
        file = Path(directory, name)
        if file.is_file() and (found := read_configuration(file)) is not None:
            return Located(found, file, os.path.abspath(directory))
    return None


def find_configuration(directory: str | os.PathLike[str]) -> Located:
    """The configuration that holds for the files of `directory`: that of the nearest file of settings there or above; without one the default,
    whose patterns are seen from the working directory. Raises what `read_configuration` does.
    """
    start = Path(os.path.abspath(directory))
    found = (configuration_in(folder) for folder in (start, *start.parents))
    return next((one for one in found if one), None) or Located(Configuration(), None, os.getcwd())


# ---- TOML and JSON Schema ----------------------------------------------------------------------------------------------------


def as_toml(configuration: Configuration, origins: Mapping[str, str] | None = None) -> str:
    """All settings as the text of a cablegrammar.toml, in comments where each comes from, by its name in `origins`.

    >>> print(as_toml(Configuration(ignore=("FL",), per_file_ignores={"old/*": ("TAG",)})), end="")
    profile = "archive"
    select = []
    extend-select = []
    ignore = ["FL"]
    include = ["*.txt"]
    exclude = [".git", ".hg", ...]
    extend-exclude = []
    respect-gitignore = true
    force-exclude = false
    output-format = "full"
    baseline = ""
    <BLANKLINE>
    [per-file-ignores]
    "old/*" = ["TAG"]
    <BLANKLINE>
    [rules]
    """
    values = {key: getattr(configuration, one.name) for key, one in keys().items()}
    comments = {key: f"  # {origins[one.name]}" for key, one in keys().items() if origins and one.name in origins}
    # what stands behind the head of a table belongs to it
    tables = {key: value for key, value in values.items() if isinstance(value, Mapping)}
    text = "".join(
        f"{key} = {_toml(value)}{comments.get(key, '')}\n" for key, value in values.items() if key not in tables
    )
    for key, table in tables.items():
        text += f"\n[{key}]{comments.get(key, '')}\n" + "".join(
            f"{_toml(one)} = {_toml(value)}\n" for one, value in table.items()
        )
    return text


def _toml(value: Any) -> str:
    """A value as TOML writes it in one line."""
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_toml, value))}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_toml_key(key)} = {_toml(one)}" for key, one in value.items()) + "}"
    if isinstance(value, bool | str):
        # JSON leaves DEL as it is, TOML does not
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    return str(value)


def _toml_key(key: str) -> str:
    bare = key.replace("-", "").replace("_", "")
    return key if bare.isascii() and bare.isalnum() else _toml(key)


def make_settings_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a cablegrammar.toml, for editors; scripts/make_settings_schema.py writes it to the shipped file."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        "title": "Settings of cablegrammar",
        "description": f"What {FILE} holds, and the table [{TABLE}] of {PROJECT}.",
        "type": "object",
        "properties": {
            key: {"description": one.metadata["about"], **_form(one), "default": _plain(one.default)}
            for key, one in keys().items()
        },
        "additionalProperties": False,
    }


def _form(attribute: attrs.Attribute[Any]) -> dict[str, Any]:
    if choices := attribute.metadata["choices"]:
        return {"enum": list(choices)}
    if attribute.type is bool:
        return {"type": "boolean"}
    if attribute.metadata["holds"] == "options":
        return _form_of_options()
    text: dict[str, Any] = {"type": "string"}
    if attribute.type is str:
        return text
    if attribute.metadata["holds"] == "rules":
        text["pattern"] = "^[A-Z]+[0-9]*$"
    texts = {"type": "array", "items": text}
    return texts if attribute.type == tuple[str, ...] else {"type": "object", "additionalProperties": texts}


def _form_of_options() -> dict[str, Any]:
    """A table for each rule that has options; rules of others may have some that we do not know."""
    rules = [rule for rule in all_rules() if rule.options and rule.find.__module__.startswith("cablegrammar.rules.")]
    tables = {
        rule.code: {
            "type": "object",
            "properties": {
                one.name: {"description": one.about, "type": "integer", "minimum": one.least, "default": one.default}
                for one in rule.options
            },
            "additionalProperties": False,
        }
        for rule in rules
    }
    return {"type": "object", "properties": tables, "additionalProperties": {"type": "object"}}


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def read_settings_schema() -> str:
    """The JSON Schema as it is shipped, the text of cablegrammar/data/settings.schema.json.

    >>> json.loads(read_settings_schema())["$id"]
    'urn:cablegrammar:settings:1'
    """
    return files("cablegrammar").joinpath("data", "settings.schema.json").read_text(encoding="utf-8")
