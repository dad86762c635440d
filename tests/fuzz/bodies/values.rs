//! Values read from any text.

use super::{UNNAMED, can_be_shown};
use cooperation::codes::*;
use cooperation::prelude::*;
use cooperation::values::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::fmt::{Debug, Display};
use std::str::FromStr;

/// A value as its readers and its schema see it.
struct Checked {
    name: &'static str,
    published: Published,
    holds: fn(&str) -> bool,
}

/// What a schema says of a string.
struct Published {
    words: Vec<String>,
    pattern: Option<regex::Regex>,
    lengths: std::ops::RangeInclusive<u64>,
    /// Whether a word that is not listed may stand there.
    open: bool,
}

impl Published {
    fn of(schema: &Value) -> Self {
        let branches = |name: &str| schema[name].as_array().cloned().unwrap_or_default();
        let (any, one) = (branches("anyOf"), branches("oneOf"));
        let words = any.iter().flat_map(|branch| branch["oneOf"].as_array().cloned().unwrap_or_default());
        // A list of one code is that code.
        let only = schema.get("const").map(|_| schema.clone());
        let words = words.chain(any.clone()).chain(one.clone()).chain(only.clone());
        let words = words.filter_map(|word| Some(word["const"].as_str()?.to_owned())).collect();
        let free = any.iter().find(|branch| branch.get("maxLength").is_some()).unwrap_or(schema);
        Self {
            words,
            pattern: free["pattern"].as_str().map(|pattern| regex::Regex::new(pattern).unwrap()),
            lengths: free["minLength"].as_u64().unwrap_or(0)..=free["maxLength"].as_u64().unwrap_or(0),
            open: one.is_empty() && only.is_none(),
        }
    }

    fn accepts(&self, text: &str) -> bool {
        let length = u64::try_from(text.chars().count()).unwrap();
        let fits = self.pattern.as_ref().is_none_or(|pattern| pattern.is_match(text));
        self.words.iter().any(|word| word == text) || (self.open && self.lengths.contains(&length) && fits)
    }
}

/// Whether a text is read as a value. What is read comes back as it was, what is not is answered fitly, and parsing says
/// the same as reading.
fn reads<T>(text: &str) -> bool
where
    T: FromStr<Err = ValueError> + DeserializeOwned + Serialize + Display + Debug + PartialEq,
{
    let json = Value::from(text);
    match text.parse::<T>() {
        Ok(value) => {
            assert_eq!(value.to_string(), text);
            assert_eq!(serde_json::to_value(&value).unwrap(), json);
            assert_eq!(serde_json::from_str::<T>(&json.to_string()).unwrap(), value);
            assert_eq!(serde_json::from_value::<T>(json).unwrap(), value);
            true
        }
        Err(error) => {
            let suggestion = error.suggestion();
            assert!(suggestion.is_none_or(|meant| meant != text && meant.parse::<T>().is_ok()), "{error}");
            can_be_shown(&error.to_string());
            let refused = serde_json::from_str::<T>(&json.to_string()).unwrap_err().to_string();
            assert!(!refused.starts_with(UNNAMED), "no reason is named: {refused}");
            assert!(serde_json::from_value::<T>(json).is_err(), "{text} was read");
            false
        }
    }
}

macro_rules! checked {
    ($($name:ident)*) => {
        [$(Checked {
            name: stringify!($name),
            published: Published::of(
                cooperation::schema::of::<$name>(cooperation::schema::Draft::Draft2020_12).as_value(),
            ),
            holds: reads::<$name>,
        }),*]
    };
}

static CHECKED: std::sync::LazyLock<[Checked; 40]> = std::sync::LazyLock::new(|| {
    checked!(
        PartialDate Decimal Duration Url Language Digest Label Quote Pointer Version CountryCode CurrencyCode
        NutsCode ActivityId ProjectId SourceId OrganizationId ActivityKind FundingKind FundingStatus GoalLevel
        IndicatorMeasure InstrumentKind LinkRel MembershipRole OrganizationKind ParticipationRole PlaceKind
        ProgrammeKind ProjectKind Scope Status Basis LegalStatus Modality CooperationKind Relation RelationBasis Extent
        MediaType
    )
});

/// The first byte chooses a value, the others are the text: the reader accepts what the schema accepts, and no more.
pub fn values(data: &[u8]) {
    let Some((which, text)) = data.split_first() else { return };
    let Ok(text) = std::str::from_utf8(text) else { return };
    let checked = &CHECKED[usize::from(*which) % CHECKED.len()];
    let read = (checked.holds)(text);
    assert_eq!(read, checked.published.accepts(text), "{} {text:?}", checked.name);
}
