// A form by react-jsonschema-form. What was submitted, or what is wrong, is in `window.given`. A browser would ask for what a
// member needs even where that member is left out, hence `noHtml5Validate`.
import { createRoot } from "react-dom/client";
import Form from "@rjsf/core";
import validator from "@rjsf/validator-ajv8";

window.start = (schema) => {
  const form = (
    <Form
      schema={schema}
      validator={validator}
      noHtml5Validate
      experimental_defaultFormStateBehavior={{ emptyObjectFields: "skipDefaults" }}
      onSubmit={({ formData }) => (window.given = { data: formData })}
      onError={(errors) => (window.given = { errors: errors.map(({ stack }) => stack) })}
    />
  );
  createRoot(document.getElementById("form")).render(form);
};
