// A form by json-editor. What it holds, or what is wrong, is in `window.given`.
import { JSONEditor } from "@json-editor/json-editor";

window.start = (schema) => {
  const editor = new JSONEditor(document.getElementById("form"), {
    schema,
    theme: "html",
    disable_collapse: true,
    disable_edit_json: true,
    remove_empty_properties: true,
    use_default_values: false,
  });
  editor.on("change", () => {
    const errors = editor.validate();
    window.given = errors.length ? { errors: errors.map(({ path, message }) => `${path}: ${message}`) } : { data: editor.getValue() };
  });
};
