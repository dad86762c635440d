"""Holds what `validate --format sarif` writes against the published schema of SARIF 2.1.0."""

import json
import pathlib
import subprocess
import sys

from jsonschema.validators import validator_for

schema_file, program, fixtures = sys.argv[1:]
schema = json.loads(pathlib.Path(schema_file).read_text("utf-8"))
kind = validator_for(schema)
kind.check_schema(schema)
validator = kind(schema)
assert not validator.is_valid({"version": "2.1.0"}), "the schema takes a log without runs"
files = sorted(str(file) for file in pathlib.Path(fixtures).rglob("*.json*"))
assert len(files) > 100, f"only {len(files)} files"
run = subprocess.run([program, "validate", "--format", "sarif", *files], capture_output=True, check=False)
assert run.returncode == 1, run.stderr
log = json.loads(run.stdout)
validator.validate(log)
regions = [
    location["physicalLocation"].get("region", {})
    for result in log["runs"][0]["results"]
    for location in result["locations"]
]
assert len(regions) > 100 and all(region.get("startColumn", 1) > 0 for region in regions)
