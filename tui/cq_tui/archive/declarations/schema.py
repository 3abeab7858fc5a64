"""The schema of archives that declare something of their own: the shipped one with what they add to it."""

from collections.abc import Mapping, Sequence

from cq_tui.archive.declarations.combined import Combined, combined, words_of
from cq_tui.archive.declarations.file import SchemaFile, schema_file
from cq_tui.archive.declarations.judge_codes import code_problems
from cq_tui.archive.problem import Problem, SchemaError
from cq_tui.schema.code_lists import CodeList
from cq_tui.schema.declared import DeclarationError
from cq_tui.schema.schema import Schema
from cq_tui.values.codes import CodeTable, Words


def declared_schema(shipped: Schema, files: Sequence[SchemaFile], archives: int) -> Schema:
    """The schema of some files of as many archives or more. Raises SchemaError with all that can't be."""
    found, problems = combined(files, archives)
    lists = _lists(found, shipped, everywhere=len(files) == archives)
    problems += code_problems(found, shipped)
    if found.fields or found.kinds:  # code lists alone load nothing of what fields and kinds need
        from cq_tui.archive.declarations.judge import field_problems, kind_problems

        problems += [*kind_problems(found, shipped), *field_problems(found, shipped, lists)]
    if problems:
        raise SchemaError(problems)
    try:
        schema = _built(found, shipped, lists)
    except DeclarationError as error:
        raise SchemaError([_problem(found, str(error))]) from None
    if not any(not one.counted for codes in found.codes.values() for one in codes.values()):
        return schema
    from cq_tui.archive.declarations.counting import counting

    return counting(schema, found, lists)


def _lists(found: Combined, shipped: Schema, *, everywhere: bool) -> dict[str, Mapping[str, Words]]:
    """All code lists by name. Where an archive keeps the shipped one, that has its codes beside the declared ones."""
    lists = {name: _shipped_words(one) for name, one in shipped.code_lists.items()}
    lists = {name: words for name, words in lists.items() if words}
    for name, codes in found.codes.items():
        before = {} if everywhere else lists.get(name, {})
        lists[name] = {**before, **words_of(codes)}
    return lists


def _shipped_words(one: CodeList) -> Mapping[str, Words]:
    return CodeTable(one) if isinstance(one, type) else {}


def _built(found: Combined, shipped: Schema, lists: Mapping[str, Mapping[str, Words]]) -> Schema:
    schema = shipped
    if found.fields or found.kinds:
        from cq_tui.archive.declarations.fields import extended

        schema = extended(schema, found, lists)
    replaced = _replaced(found, shipped, lists)
    return schema.recoded(replaced) if replaced else schema


def _replaced(
    found: Combined, shipped: Schema, lists: Mapping[str, Mapping[str, Words]]
) -> dict[str, Mapping[str, Words]]:
    return {name: lists[name] for name in shipped.code_lists if name in found.codes}


def lists_alone(shipped: Schema, name: str, text: str) -> dict[str, Mapping[str, Words]] | None:
    """The code lists of the file of one archive, where it declares nothing else and all their codes are counted."""
    found, _problems = combined([schema_file(text, name)], 1)
    if found.fields or found.kinds or not all(one.counted for codes in found.codes.values() for one in codes.values()):
        return None
    return _replaced(found, shipped, _lists(found, shipped, everywhere=True))


def _problem(found: Combined, text: str) -> Problem:
    """What the schema itself refuses, in the file and line of the kind that it names."""
    name, _colon, _rest = text.removeprefix("kind ").partition(":")
    path = next((path for path in found.owners if name in path[:2]), next(iter(found.owners)))
    return found.owners[path].problem(path[:2], text)


def schema_of_texts(shipped: Schema, texts: Mapping[str, str], archives: int) -> Schema:
    """The schema of the texts of some archives' files, each by what its file is called. Raises SchemaError."""
    files, problems = [], []
    for name, text in texts.items():
        try:
            files.append(schema_file(text, name))
        except SchemaError as error:
            problems += error.problems
    if problems:
        raise SchemaError(problems)
    return declared_schema(shipped, files, archives)
