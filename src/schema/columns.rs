use super::{Draft, named};
use serde_json::{Map, Value};

/// A column of a table that holds what a schema describes, or a field of such a column.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Column {
    /// The name of the member that it holds.
    pub name: String,
    /// What it holds.
    pub kind: ColumnKind,
}

/// What a column holds. Every column may be empty: what is absent is not stated.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ColumnKind {
    /// A string.
    Text,
    /// A date as precise as its source, as a string: a date column would make it more precise.
    Date,
    /// An exact decimal number, as a string: a number column would round it.
    Decimal,
    /// A whole number.
    Integer,
    /// True or false.
    Boolean,
    /// Several of one kind.
    List(Box<Self>),
    /// Values of one kind by names of one's own, such as a text by its languages.
    Map(Box<Self>),
    /// Named fields. Of a choice, one of them is filled.
    Struct(Vec<Column>),
    /// Data of one's own: any JSON.
    Any,
}

/// A schema that no column can hold: where it stands in the published schema, and what it says.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no column holds what the schema says at {at}")]
#[non_exhaustive]
pub struct UnknownShape {
    /// The members that lead there, as a JSON Pointer into a document.
    pub at: String,
}

/// How deep columns may lie in each other; a schema that refers to itself has no end.
const DEEPEST: usize = 16;

/// The columns of a table that holds what a published schema describes, such as one `record-line` or one `project` a
/// row.
///
/// ```
/// use cooperation::schema;
///
/// let columns = schema::columns("record-line")?;
/// assert!(columns.iter().any(|column| column.name == "policy_instrument"));
/// # Ok::<(), schema::UnknownShape>(())
/// ```
///
/// # Errors
/// When there is no schema of this name, or it has a part that no column can hold.
pub fn columns(name: &str) -> Result<Vec<Column>, UnknownShape> {
    let schema = named(name, Draft::Draft2020_12).ok_or_else(|| UnknownShape { at: name.to_owned() })?;
    let walk = Walk { definitions: schema.get("$defs").and_then(Value::as_object) };
    match walk.kind(schema.as_value(), "", 0)? {
        ColumnKind::Struct(columns) => Ok(columns),
        _ => Err(UnknownShape { at: String::new() }),
    }
}

struct Walk<'a> {
    definitions: Option<&'a Map<String, Value>>,
}

impl Walk<'_> {
    fn kind(&self, schema: &Value, at: &str, depth: usize) -> Result<ColumnKind, UnknownShape> {
        let unknown = || UnknownShape { at: at.to_owned() };
        if depth > DEEPEST {
            return Err(unknown());
        }
        let inner = depth.saturating_add(1);
        if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
            let name = reference.strip_prefix("#/$defs/").ok_or_else(unknown)?;
            return match name {
                "PartialDate" => Ok(ColumnKind::Date),
                "Decimal" => Ok(ColumnKind::Decimal),
                _ => {
                    let definition = self.definitions.and_then(|all| all.get(name)).ok_or_else(unknown)?;
                    self.kind(definition, at, inner)
                }
            };
        }
        match schema.get("type").and_then(Value::as_str) {
            Some("string") => Ok(ColumnKind::Text),
            Some("integer") => Ok(ColumnKind::Integer),
            Some("boolean") => Ok(ColumnKind::Boolean),
            Some("array") => {
                let items = schema.get("items").ok_or_else(unknown)?;
                Ok(ColumnKind::List(Box::new(self.kind(items, at, inner)?)))
            }
            Some("object") => self.object(schema, at, inner),
            _ => Err(unknown()),
        }
    }

    fn object(&self, schema: &Value, at: &str, depth: usize) -> Result<ColumnKind, UnknownShape> {
        let unknown = || UnknownShape { at: at.to_owned() };
        let parts = [schema.get("properties"), schema.get("oneOf"), schema.get("propertyNames")];
        match (parts, schema.get("additionalProperties")) {
            ([Some(Value::Object(members)), None, None], Some(Value::Bool(false))) => {
                Ok(ColumnKind::Struct(self.members(members, at, depth)?))
            }
            ([None, Some(Value::Array(branches)), None], None) => {
                let mut fields = Vec::new();
                for branch in branches {
                    let members = branch.get("properties").and_then(Value::as_object).ok_or_else(unknown)?;
                    fields.extend(self.members(members, at, depth)?);
                }
                Ok(ColumnKind::Struct(fields))
            }
            ([None, None, Some(_)], Some(Value::Bool(true))) => Ok(ColumnKind::Any),
            ([None, None, Some(_)], Some(held)) => Ok(ColumnKind::Map(Box::new(self.kind(held, at, depth)?))),
            _ => Err(unknown()),
        }
    }

    /// The id first, the others by name: the order of keys in a schema hangs on features of other crates.
    fn members(
        &self,
        members: &Map<String, Value>,
        at: &str,
        depth: usize,
    ) -> Result<Vec<Column>, UnknownShape> {
        let mut columns = Vec::with_capacity(members.len());
        for (name, schema) in members {
            let kind = self.kind(schema, &format!("{at}/{name}"), depth)?;
            columns.push(Column { name: name.clone(), kind });
        }
        columns.sort_by(|a, b| (a.name != "id", &a.name).cmp(&(b.name != "id", &b.name)));
        Ok(columns)
    }
}

#[cfg(test)]
mod tests {
    use super::{Walk, columns};
    use serde_json::json;

    #[test]
    fn a_shape_that_no_column_holds_is_named_by_its_place() {
        let schema = json!({
            "type": "object",
            "properties": { "id": { "type": "string" }, "share": { "type": "number" } },
            "additionalProperties": false
        });
        let error = Walk { definitions: None }.kind(&schema, "", 0).unwrap_err();
        assert_eq!(error.at, "/share");
    }

    #[test]
    fn a_schema_that_holds_itself_has_no_columns() {
        let definitions = json!({ "Tree": { "type": "array", "items": { "$ref": "#/$defs/Tree" } } });
        let walk = Walk { definitions: definitions.as_object() };
        assert!(walk.kind(&json!({ "$ref": "#/$defs/Tree" }), "", 0).is_err());
    }

    #[test]
    fn a_name_without_a_schema_has_no_columns() {
        assert_eq!(columns("projct").unwrap_err().at, "projct");
    }
}
