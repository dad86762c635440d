"""Loads record lines into DuckDB by the exported definition, and holds what it finds against the lines and the library."""

import pathlib
import sys

import duckdb

import asked
import held

room, definition, schema, program = sys.argv[1:]
room, schema = pathlib.Path(room), held.Schema(schema)
checks = held.Checks(f"duckdb {duckdb.__version__}")


def mentions(engine, kind):
    """Step by step into the record; a list is taken apart with the places of its items."""
    queries = []
    for path, target in schema.references[kind]:
        query = f"SELECT {engine.name(kind, 'id')} AS id, '' AS pointer, {engine.name(kind)} AS value FROM record_line"
        for step in path:
            query = f"SELECT id, pointer || '/{step}' AS pointer, value.{engine.name(step)} AS value FROM ({query})" if step != "*" else (
                f"SELECT id, pointer || '/' || (place - 1) AS pointer, value FROM (SELECT id, pointer, unnest(value) AS value, "
                f"generate_subscripts(value, 1) AS place FROM ({query}))")
        queries.append(f"SELECT '{kind}' AS kind, id, pointer, value, '{target}' AS target FROM ({query})")
    return " UNION ALL ".join(queries)


def load(lines):
    database = duckdb.connect()
    database.execute(pathlib.Path(definition).read_text("utf-8"))
    database.execute("COPY record_line FROM ? (FORMAT json)", [str(lines)])
    return asked.Engine(schema, '"', mentions, lambda query: database.execute(query).fetchall())


lines, planted = room / "varied.jsonl", room / "planted.jsonl"
asked.check(checks, load(lines), schema, lines, held.dangling(held.report(program, lines)))
expected = [tuple(row) for row in held.json.loads((room / "planted.json").read_text("utf-8"))]
asked.check_planted(checks, load(planted), expected, held.dangling(held.report(program, planted)))
sys.exit(checks.failed)
