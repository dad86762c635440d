"""Documents there and back through models that datamodel-code-generator wrote. Takes the module, pydantic or msgspec, the
flavour and the documents. Bad ones are refused, but for those that samples.json names as accepted by such models."""

import importlib
import json
import pathlib
import sys

sys.path.insert(0, "out")
name, library, flavour, *documents = sys.argv[1:]
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
accepted = []
for sample in samples["invalid"]:
    try:
        through(json.dumps(sample))
        accepted.append(sample)
    except refusal:
        pass
# Models check less than schemas; the guide says what. A model that checks more is a reason to shorten the list.
expected = samples["accepted"][f"{library} {flavour}"]
assert accepted == expected, f"accepted: {accepted}"
refused = len(samples["invalid"]) - len(accepted)
print(f"{len(documents)} documents there and back, {refused} of {len(samples['invalid'])} bad ones refused")
