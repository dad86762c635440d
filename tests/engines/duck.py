"""Loads record lines into DuckDB by the exported definition, and holds what it finds against the lines and the library."""

import pathlib
import sys

import duckdb

import asked
import held

room, definition, schema, validate = sys.argv[1:]
room, schema = pathlib.Path(room), held.Schema(schema)
checks = held.Checks(f"duckdb {duckdb.__version__}")


def places(query):
    return (f"SELECT id, pointer || '/' || (place - 1) AS pointer, value FROM "
            f"(SELECT id, pointer, unnest(value) AS value, generate_subscripts(value, 1) AS place FROM ({query}) AS l) AS r")


def load(lines):
    database = duckdb.connect()
    database.execute(pathlib.Path(definition).read_text("utf-8"))
    database.execute("COPY record_line FROM ? (FORMAT json)", [str(lines)])
    return asked.Engine(schema, '"', places, lambda query: database.execute(query).fetchall())


lines, planted = room / "varied.jsonl", room / "planted.jsonl"
asked.check(checks, load(lines), schema, lines, held.dangling(held.report(validate, lines)))
expected = [tuple(row) for row in held.json.loads((room / "planted.json").read_text("utf-8"))]
asked.check_planted(checks, load(planted), expected, held.dangling(held.report(validate, planted)))
sys.exit(checks.failed)
