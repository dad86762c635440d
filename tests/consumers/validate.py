"""Checks every schema against its metaschema, and holds the samples against that of a dataset."""

import json
import pathlib
import sys

from jsonschema.validators import validator_for

samples = json.loads(pathlib.Path("samples.json").read_text("utf-8"))
files = sorted(pathlib.Path(sys.argv[1]).rglob("*.schema.json"))
assert len(files) >= 108, f"only {len(files)} schemas"
for file in files:
    schema = json.loads(file.read_text("utf-8"))
    kind = validator_for(schema)
    kind.check_schema(schema)
    if file.name == "dataset.schema.json" and file.parent.name not in ("forms", "codegen", "codegen-flat"):
        validator = kind(schema)
        for sample in samples["valid"]:
            validator.validate(sample)
        for sample in samples["invalid"]:
            assert not validator.is_valid(sample), f"{file} accepts {sample}"
