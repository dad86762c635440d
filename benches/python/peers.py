"""Times msgspec, pydantic and jsonschema on a dataset: each reads it and checks what one value can tell."""

import json
import statistics
import sys
import time
from typing import Annotated, Optional

import jsonschema
import msgspec
import pydantic

ID = "^[A-Za-z0-9][A-Za-z0-9._:/~-]*$"
DATE = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
AMOUNT = r"^-?(0|[1-9][0-9]*)(\.[0-9]+)?$"

# The members that synthetic datasets have; a type ending in ? is optional.
RECORDS = {
    "Period": {"start": "Date?", "end": "Date?"},
    "Money": {"amount": "Amount", "currency": "Currency"},
    "Evidence": {"source": "Id", "quote": "str?", "locator": "str?", "supports": "list str"},
    "Source": {"id": "Id", "title": "Text"},
    "Place": {"id": "Id", "name": "Text", "kind": "str?", "country": "Country?", "evidence": "list Evidence"},
    "Organization": {"id": "Id", "name": "Text", "place": "Id?", "evidence": "list Evidence"},
    "Programme": {"id": "Id", "name": "Text", "kind": "str?", "evidence": "list Evidence"},
    "Project": {
        "id": "Id", "title": "Text", "kind": "str?", "scope": "str?", "programmes": "list Id", "status": "str?",
        "period": "Period?", "partner_count": "Count?", "budget": "Money?", "evidence": "list Evidence",
    },
    "Participation": {"id": "Id", "party": "Reference", "project": "Id", "role": "str?", "evidence": "list Evidence"},
    "Activity": {
        "id": "Id", "title": "Text", "of": "list Reference", "kind": "str?", "serves": "list Id", "evidence": "list Evidence",
    },
    "Goal": {
        "id": "Id", "statement": "Text", "level": "str", "of": "list Reference", "serves": "list Id",
        "evidence": "list Evidence",
    },
    "Funding": {
        "id": "Id", "of": "Reference?", "programme": "Id?", "kind": "str?", "status": "str?", "amount": "Money?",
        "share": "Amount?", "date": "Date?", "evidence": "list Evidence",
    },
    "Dataset": {
        "version": "str", "title": "Text?", "sources": "list Source", "places": "list Place",
        "organizations": "list Organization", "programmes": "list Programme", "projects": "list Project",
        "participations": "list Participation", "activities": "list Activity", "goals": "list Goal",
        "funding": "list Funding",
    },
}


def models(pattern, length, define):
    """Makes a class of each record with the means of one library."""
    known = {
        "str": str, "Text": dict[str, str], "Reference": dict[str, str], "Count": int,
        "Id": pattern(ID), "Date": pattern(DATE), "Amount": pattern(AMOUNT), "Country": length(2), "Currency": length(3),
    }
    for name, members in RECORDS.items():
        # What is required comes first, as the libraries want it.
        required, optional = {}, {}
        for member, words in members.items():
            if words.startswith("list "):
                optional[member] = (list[known[words.removeprefix("list ")]], [])
            elif words.endswith("?"):
                optional[member] = (Optional[known[words.removesuffix("?")]], None)
            else:
                required[member] = (known[words], ...)
        known[name] = define(name, required | optional)
    return known["Dataset"]


def with_msgspec():
    def define(name, members):
        fields = [(key, kind) if value is ... else (key, kind, value) for key, (kind, value) in members.items()]
        return msgspec.defstruct(name, fields, forbid_unknown_fields=True)

    def text(**rule):
        return Annotated[str, msgspec.Meta(**rule)]

    dataset = models(
        lambda pattern: text(pattern=pattern), lambda n: text(min_length=n, max_length=n), define
    )
    return msgspec.json.Decoder(dataset).decode


def with_pydantic():
    def define(name, members):
        return pydantic.create_model(name, __config__=pydantic.ConfigDict(extra="forbid"), **members)

    def text(**rule):
        return Annotated[str, pydantic.StringConstraints(**rule)]

    dataset = models(
        lambda pattern: text(pattern=pattern), lambda n: text(min_length=n, max_length=n), define
    )
    return dataset.model_validate_json


def with_jsonschema(path):
    with open(path, "rb") as file:
        validator = jsonschema.Draft202012Validator(json.load(file))
    return lambda data: validator.validate(json.loads(data))


def main():
    document, schema = sys.argv[1:]
    with open(document, "rb") as file:
        data = file.read()
    print(f"{len(data) / 1e6:.1f} MB; msgspec {msgspec.__version__}, pydantic {pydantic.VERSION}")
    peers = [
        ("json, no check", json.loads, 5),
        ("msgspec", with_msgspec(), 5),
        ("pydantic", with_pydantic(), 5),
        ("json + jsonschema", with_jsonschema(schema), 1),
    ]
    print(f"{'':24} {'min ms':>10} {'median ms':>10}")
    for name, read, rounds in peers:
        times = []
        for _ in range(rounds):
            started = time.perf_counter()
            read(data)
            times.append((time.perf_counter() - started) * 1e3)
        print(f"{name:24} {min(times):10.1f} {statistics.median(times):10.1f}", flush=True)


main()
