"""The text of a new archive's files: every field of a kind as a comment that explains it."""

from cq_tui.language import _
from cq_tui.schema.field import Field
from cq_tui.schema.kind import Kind
from cq_tui.values.countries import COUNTRIES

SCHEMA = "schema.json"
_MOST_CODES = 12


def template(kind: Kind, *, given: dict[str, str] | None = None) -> str:
    """A data file of a kind: a table whose fields are comments, but those ``given`` as TOML values."""
    filled = given or {}
    mark = "" if filled else "# "
    lines = [f"#:schema ../{SCHEMA}", f"# {kind.label.zh} · {kind.label.en}", *_how(kind), "", f"{mark}[[{kind.name}]]"]
    for field in kind.fields:
        value = filled.get(field.name)
        words = f"  # {_words(field)}"
        lines.append(f"{field.name} = {value}{words}" if value else f"# {field.name} = {example(field)}{words}")
    return "\n".join(lines) + "\n"


def _how(kind: Kind) -> list[str]:
    """What to do with the file."""
    needed = ", ".join(field.name for field in kind.fields if field.required)
    first = _("One table [[{kind}]] for each record. Take the # off the lines that you fill in, and leave the others.")
    second = _("Needed: {fields}. What is not known is left out, never 0.")
    return [f"# {first.format(kind=kind.name)}", f"# {second.format(fields=needed)}"]


def example(field: Field) -> str:
    """A value of the field, as TOML."""
    return '"a-short-name"' if field.name == "id" else field.type.example


def _words(field: Field) -> str:
    parts = [f"{field.label.zh} · {field.label.en}"]
    if field.shown.to:
        parts.append(_("id of {kind}").format(kind=field.shown.to))
    for one in (field, *field.parts):
        if one.codes is COUNTRIES:
            parts.append("ISO 3166")
        elif one.codes:
            more = ["..."] if len(one.codes) > _MOST_CODES else []
            parts.append(" ".join([*list(one.codes)[:_MOST_CODES], *more]))
    return ": ".join((parts[0], "; ".join(parts[1:]))) if len(parts) > 1 else parts[0]
