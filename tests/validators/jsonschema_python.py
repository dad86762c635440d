"""Reads documents with the verdict of the reader, one a line, and holds the Python package jsonschema against it. Takes the
folder of the schemas, and of how many lines one is looked at: the package is slow. The exact flavours take turns.

The package searches patterns with Python's `re`, in which `$` also matches before a line feed at the end. JSON Schema has the
`$` of ECMA-262, which does not. Where the package disagrees, it is asked again with that `$`."""

import collections
import json
import pathlib
import re
import sys

from jsonschema import ValidationError
from jsonschema.validators import extend, validator_for

FLAVOURS = ["", "draft-07/", "editor/"]


def pattern(validator, pattern, instance, schema):
    """The keyword `pattern` with the `$` of ECMA-262 at the end."""
    if validator.is_type(instance, "string") and not re.search(re.sub(r"\$$", r"\\Z", pattern), instance):
        yield ValidationError(f"{instance!r} does not match {pattern!r}")


schemas, every = pathlib.Path(sys.argv[1]), int(sys.argv[2])
validators = {}
for name in ["record-line", "dataset"]:
    for flavour in FLAVOURS:
        schema = json.loads((schemas / f"{flavour}{name}.schema.json").read_text("utf-8"))
        kind = validator_for(schema)
        validators[name, flavour] = kind(schema), extend(kind, {"pattern": pattern})(schema)
counts, differing, line_feeds = collections.Counter(), 0, 0
for number, line in enumerate(sys.stdin.buffer):
    if number % every:
        continue
    name, accepted, document = json.loads(line)
    flavour = FLAVOURS[number // every % len(FLAVOURS)]
    counts[name, accepted] += 1
    as_it_is, with_their_dollar = validators[name, flavour]
    if as_it_is.is_valid(document) == accepted:
        continue
    if with_their_dollar.is_valid(document) == accepted:
        line_feeds += 1
        continue
    differing += 1
    if differing <= 10:
        print(name, flavour or "2020-12", "the reader accepts" if accepted else "the reader refuses", line.decode()[:2000])
for (name, accepted), count in sorted(counts.items()):
    print(f"{name}: {count} {'accepted' if accepted else 'refused'}")
few = len(counts) < 4 or min(counts.values()) < 100
print(f"python jsonschema: {differing} disagreements, and {line_feeds} over a line feed at the end of a string"
      f"{'; too few documents' if few else ''}")
sys.exit(1 if differing or few else 0)
