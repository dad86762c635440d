"""Reads the table definition for BigQuery with a parser of its dialect, and resolves every name that its views use.

    bigquery.py DEFINITION SCHEMA
"""

import json
import sys

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

definition, schema = sys.argv[1:]
failed = False


def told(is_right, what):
    global failed
    failed |= not is_right
    print("ok     " if is_right else "FAILED ", what)


def members(kind):
    """The members of a struct and their types, or None for another type."""
    if kind.this != exp.DataType.Type.STRUCT:
        return None
    return {member.name: member.args["kind"] for member in kind.expressions}


def path(name):
    """The parts of `a`.`b`.`c`, which may be a column of a table or a member of a member."""
    if isinstance(name, exp.Dot):
        return path(name.this) + [name.expression.name]
    return [part.name for part in name.parts]


def kind_of(parts, columns):
    """The type that a name leads to, or None where it leads nowhere."""
    first, *rest = parts
    kind = columns.get(first)
    for part in rest:
        inside = kind and members(kind)
        kind = inside.get(part) if inside else None
    return kind


def names(tree):
    """The outermost names under a tree."""
    for name in tree.find_all(exp.Dot, exp.Column):
        if not isinstance(name.parent, exp.Dot):
            yield name


try:
    statements = sqlglot.parse(open(definition).read(), read="bigquery", error_level=sqlglot.ErrorLevel.RAISE)
except SqlglotError as error:
    told(False, f"BigQuery: the definition is no text of its dialect: {error}")
    sys.exit(1)
statements = [statement for statement in statements if statement]
table, *views = statements
told(all(isinstance(statement, exp.Create) for statement in statements), f"BigQuery: {len(statements)} statements are read")

columns = {column.name: column.args["kind"] for column in table.find(exp.Schema).expressions}
wanted = {line["required"][0] for line in json.load(open(schema))["oneOf"]}
told(set(columns) == wanted, f"BigQuery: the table has a column for each of {len(wanted)} kinds of line")

used, lost = 0, []
for view in views:
    select = view.expression
    for name in names(select):
        used += 1
        if kind_of(path(name), columns) is None:
            lost.append(f"{view.this.sql()}: {name.sql()}")
told(used > 0 and not lost, f"BigQuery: {len(views)} views use {used} names, of which {len(lost)} lead nowhere {lost[:3] or ''}".rstrip())
sys.exit(failed)
