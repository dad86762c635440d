"""Documents there and back through models that datamodel-code-generator wrote. Takes the module, pydantic or msgspec, and the
documents. Bad ones are refused."""

import importlib
import json
import pathlib
import sys

sys.path.insert(0, "out")
name, library, *documents = sys.argv[1:]
module = importlib.import_module(name)
model = getattr(module, "Dataset", None) or module.Model

if library == "msgspec":
    import msgspec

    def through(text):
        return json.loads(msgspec.json.encode(msgspec.json.decode(text, type=model)))

    refusal = msgspec.ValidationError
else:
    import pydantic

    def through(text):
        return model.model_validate_json(text).model_dump(mode="json", exclude_unset=True, by_alias=True)

    refusal = pydantic.ValidationError

for path in documents:
    text = pathlib.Path(path).read_text("utf-8")
    assert through(text) == json.loads(text), f"{path} changes"
samples = json.loads(pathlib.Path("samples.json").read_text("utf-8"))
refused = 0
for sample in samples["invalid"]:
    try:
        through(json.dumps(sample))
    except refusal:
        refused += 1
# What a format says more than the model checks, and members that a struct of msgspec lets pass, are left to the reader.
least = len(samples["invalid"]) - (samples["lenient"] if library == "pydantic" else samples["loose"])
assert refused >= least, f"only {refused} of {len(samples['invalid'])} are refused"
print(f"{len(documents)} documents there and back, {refused} of {len(samples['invalid'])} bad ones refused")
