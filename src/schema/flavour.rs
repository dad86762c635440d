//! The exact schema of a type, turned into one of a flavour.

use super::editor::Editor;
use super::recipe::Recipe;
use super::strings;
use super::titles;
use super::walk::{Keywords, Role, description, is_of, keywords, referred, set, walk};
use serde_json::{Map, Value};

/// Turns a schema with its definitions into one of a flavour.
pub(super) fn apply(recipe: &Recipe, schema: &mut Keywords) {
    let definitions = ["definitions", "$defs"].iter().find_map(|key| schema.get(*key)).cloned();
    let mut definitions = match definitions {
        Some(Value::Object(definitions)) => definitions,
        _ => Map::new(),
    };
    // As they are put in the place of references to them.
    for string in definitions.values_mut().filter_map(Value::as_object_mut).filter(|one| is_of(one, "string"))
    {
        recipe.codes.write(string);
    }
    let editor = recipe.speaks_to_editors.then(|| Editor::new(&definitions));
    walk(schema, Role::Definition(""), &mut |schema, role| {
        visit(recipe, &definitions, schema, role);
        if let Some(editor) = &editor {
            editor.visit(schema, role);
        }
    });
    if recipe.inlines_strings {
        let mut used: Vec<String> = Vec::new();
        walk(schema, Role::Definition(""), &mut |schema, _| {
            if let Some(name) = referred(schema).filter(|name| !used.iter().any(|known| known == name)) {
                used.push(name.to_owned());
            }
        });
        if let Some(Value::Object(definitions)) = schema.get_mut("definitions") {
            definitions.retain(|name, _| used.contains(name));
        }
    }
}

fn visit(recipe: &Recipe, definitions: &Keywords, schema: &mut Keywords, role: Role<'_>) {
    if role == Role::Name && recipe.inlines_names {
        strings::inline_name(schema, definitions);
    } else if recipe.inlines_strings {
        strings::inline(schema, definitions, |definition| is_of(definition, "string"));
    }
    if recipe.is_for_forms
        && let Role::Member(name) = role
    {
        strings::inline(schema, definitions, |definition| definition.contains_key("oneOf"));
        let about = schema.get("description").cloned();
        titles::of_branches(schema, &titles::of_member(name), about.as_ref());
    }
    match role {
        Role::Member(name) if recipe.titles_members => {
            set(schema, "title", titles::of_member(name).into());
        }
        // Its name is that of the language.
        Role::Entry if recipe.titles_members => {
            schema.remove("title");
            schema.remove("examples");
        }
        _ => {}
    }
    if recipe.is_for_forms {
        // A form would begin each list with an empty item.
        schema.remove("minItems");
        if let Some(plain) = description(schema).map(|text| text.replace('`', "")) {
            set(schema, "description", plain.into());
        }
        if role == Role::Branch {
            titles::shorten(schema);
        }
    }
    if recipe.prefers_formats {
        strings::prefer_format(schema);
    } else if schema.contains_key("pattern") {
        schema.remove("format");
    }
    // Where strings are in the place of references, the lists among them are written already.
    if is_of(schema, "string") && !recipe.inlines_strings {
        recipe.codes.write(schema);
    }
    if recipe.merges_choices {
        merge_choice(schema);
    }
    if recipe.describes_first {
        describe_first(schema);
    }
}

/// Has editors show what a member is for, and not what its type is.
///
/// The language service of VS Code puts what a `$ref` names over all that stands beside it, and shows the first
/// description that it comes by, innermost first. So the sentence of the member also stands alone at the head of an
/// `allOf`, where it refuses nothing. In draft-07, where nothing may stand beside a `$ref`, the `allOf` already holds
/// the reference.
fn describe_first(schema: &mut Keywords) {
    let Some(description) = schema.get("description").cloned() else { return };
    let mut alone = keywords(vec![("description", description)]);
    if let Some(title) = schema.get("title") {
        set(&mut alone, "title", title.clone());
    }
    if schema.contains_key("$ref") && !schema.contains_key("allOf") {
        set(schema, "allOf", Value::Array(vec![alone.into()]));
    } else if let Some(Value::Array(all)) = schema.get_mut("allOf")
        && matches!(all.as_slice(), [only] if only.get("$ref").is_some())
    {
        all.insert(0, alone.into());
    }
}

/// Writes a choice between objects of one member each as one object that has one of the members.
fn merge_choice(schema: &mut Keywords) {
    let Some(Value::Array(branches)) = schema.get("oneOf") else { return };
    if !is_of(schema, "object") {
        return;
    }
    let mut properties = Map::new();
    for branch in branches {
        let Some(Value::Object(members)) = branch.get("properties") else { return };
        properties.extend(members.clone());
    }
    schema.remove("oneOf");
    set(schema, "properties", properties.into());
    set(schema, "additionalProperties", false.into());
    set(schema, "minProperties", 1.into());
    set(schema, "maxProperties", 1.into());
}
