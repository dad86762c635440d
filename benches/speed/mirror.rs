//! The same data as plain structs: what a user would write without this crate. Nothing is checked when it is read.
//!
//! The attributes of `garde` and `validator` check what one value can tell: lengths, patterns and ranges. References
//! between records they cannot check.

use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;
use validator::Validate as _;

/// Texts by language.
pub(crate) type Text = BTreeMap<String, String>;

static ID: LazyLock<regex::Regex> = LazyLock::new(|| pattern("^[A-Za-z0-9][A-Za-z0-9._:/~-]{0,254}$"));
static DATE: LazyLock<regex::Regex> = LazyLock::new(|| pattern("^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"));
static AMOUNT: LazyLock<regex::Regex> = LazyLock::new(|| pattern(r"^-?(0|[1-9][0-9]*)(\.[0-9]+)?$"));

fn pattern(text: &str) -> regex::Regex {
    regex::Regex::new(text).unwrap_or_else(|error| panic!("{error}"))
}

macro_rules! plain {
    ($($name:ident { $($(#[$check:meta])* $field:ident: $type:ty,)* })*) => {
        $(
            #[derive(Default, Deserialize, garde::Validate, validator::Validate)]
            #[serde(default)]
            #[garde(allow_unvalidated)]
            pub(crate) struct $name {
                $($(#[$check])* pub(crate) $field: $type,)*
            }
        )*
    };
}

plain! {
    Dataset {
        version: String,
        title: Option<Text>,
        description: Option<Text>,
        publisher: Option<Text>,
        license: Option<String>,
        language: Option<String>,
        issued: Option<String>,
        modified: Option<String>,
        #[garde(dive)] #[validate(nested)] sources: Vec<Source>,
        #[garde(dive)] #[validate(nested)] places: Vec<Place>,
        #[garde(dive)] #[validate(nested)] organizations: Vec<Organization>,
        #[garde(dive)] #[validate(nested)] programmes: Vec<Programme>,
        #[garde(dive)] #[validate(nested)] projects: Vec<Project>,
        #[garde(dive)] #[validate(nested)] participations: Vec<Participation>,
        #[garde(dive)] #[validate(nested)] activities: Vec<Activity>,
        #[garde(dive)] #[validate(nested)] goals: Vec<Goal>,
        #[garde(dive)] #[validate(nested)] funding: Vec<Funding>,
    }
    Source {
        #[garde(pattern(ID))] #[validate(regex(path = *ID))] id: String,
        #[garde(length(min = 1))] #[validate(length(min = 1))] title: Text,
        url: Option<String>,
        #[garde(dive)] #[validate(nested)] evidence: Vec<Evidence>,
    }
    Place {
        #[garde(pattern(ID))] #[validate(regex(path = *ID))] id: String,
        #[garde(length(min = 1))] #[validate(length(min = 1))] name: Text,
        kind: Option<String>,
        #[garde(length(equal = 2))] #[validate(length(equal = 2))] country: Option<String>,
        part_of: Option<String>,
        #[garde(dive)] #[validate(nested)] evidence: Vec<Evidence>,
    }
    Organization {
        #[garde(pattern(ID))] #[validate(regex(path = *ID))] id: String,
        #[garde(length(min = 1))] #[validate(length(min = 1))] name: Text,
        acronym: Option<String>,
        place: Option<String>,
        part_of: Option<Reference>,
        #[garde(inner(pattern(DATE)))] #[validate(regex(path = *DATE))] founded: Option<String>,
        description: Option<Text>,
        #[garde(dive)] #[validate(nested)] evidence: Vec<Evidence>,
    }
    Programme {
        #[garde(pattern(ID))] #[validate(regex(path = *ID))] id: String,
        #[garde(length(min = 1))] #[validate(length(min = 1))] name: Text,
        kind: Option<String>,
        #[garde(dive)] #[validate(nested)] evidence: Vec<Evidence>,
    }
    Project {
        #[garde(pattern(ID))] #[validate(regex(path = *ID))] id: String,
        #[garde(length(min = 1))] #[validate(length(min = 1))] title: Text,
        acronym: Option<String>,
        kind: Option<String>,
        scope: Option<String>,
        programmes: Vec<String>,
        status: Option<String>,
        #[garde(dive)] period: Option<Period>,
        partner_count: Option<f64>,
        partner_count_words: Option<Text>,
        #[garde(dive)] budget: Option<Money>,
        description: Option<Text>,
        #[garde(dive)] #[validate(nested)] evidence: Vec<Evidence>,
    }
    Participation {
        #[garde(pattern(ID))] #[validate(regex(path = *ID))] id: String,
        party: Option<Reference>,
        #[garde(pattern(ID))] #[validate(regex(path = *ID))] project: String,
        role: Option<String>,
        #[garde(dive)] #[validate(nested)] evidence: Vec<Evidence>,
    }
    Activity {
        #[garde(pattern(ID))] #[validate(regex(path = *ID))] id: String,
        #[garde(length(min = 1))] #[validate(length(min = 1))] title: Text,
        of: Vec<Reference>,
        kind: Option<String>,
        serves: Vec<String>,
        #[garde(dive)] #[validate(nested)] evidence: Vec<Evidence>,
    }
    Goal {
        #[garde(pattern(ID))] #[validate(regex(path = *ID))] id: String,
        #[garde(length(min = 1))] #[validate(length(min = 1))] statement: Text,
        level: String,
        of: Vec<Reference>,
        serves: Vec<String>,
        #[garde(dive)] #[validate(nested)] evidence: Vec<Evidence>,
    }
    Funding {
        #[garde(pattern(ID))] #[validate(regex(path = *ID))] id: String,
        of: Option<Reference>,
        programme: Option<String>,
        kind: Option<String>,
        status: Option<String>,
        #[garde(dive)] amount: Option<Money>,
        share: Option<String>,
        #[garde(inner(pattern(DATE)))] #[validate(regex(path = *DATE))] date: Option<String>,
        #[garde(dive)] #[validate(nested)] evidence: Vec<Evidence>,
    }
    Evidence {
        #[garde(pattern(ID))] #[validate(regex(path = *ID))] source: String,
        quote: Option<String>,
        locator: Option<String>,
        supports: Vec<String>,
    }
    Period {
        #[garde(inner(pattern(DATE)))] #[validate(regex(path = *DATE))] start: Option<String>,
        #[garde(inner(pattern(DATE)))] #[validate(regex(path = *DATE))] end: Option<String>,
    }
    Money {
        #[garde(pattern(AMOUNT))] #[validate(regex(path = *AMOUNT))] amount: String,
        #[garde(length(equal = 3))] #[validate(length(equal = 3))] currency: String,
    }
}

/// A party or a subject: its kind and its id.
pub(crate) type Reference = BTreeMap<String, String>;

impl Dataset {
    pub(crate) fn count(&self) -> usize {
        self.projects.len() + self.participations.len()
    }

    pub(crate) fn keeps_garde(&self) -> bool {
        garde::Validate::validate(self).is_ok()
    }

    pub(crate) fn keeps_validator(&self) -> bool {
        self.validate().is_ok()
    }
}
