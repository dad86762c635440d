use cooperation_derive::DebugAsDisplay;
use std::fmt;
use std::str::FromStr;

/// Calls a macro with the table of all record kinds: type, member name of one, member name of the list, what one is
/// called in a sentence.
macro_rules! for_each_kind {
    ($callback:ident) => {
        $callback! {
            Source "source" sources "sources" "source",
            Place "place" places "places" "place",
            Organization "organization" organizations "organizations" "organization",
            Group "group" groups "groups" "group",
            Network "network" networks "networks" "network",
            Membership "membership" memberships "memberships" "membership",
            Cooperation "cooperation" cooperations "cooperations" "cooperation",
            Programme "programme" programmes "programmes" "programme",
            Project "project" projects "projects" "project",
            Participation "participation" participations "participations" "participation",
            Activity "activity" activities "activities" "activity",
            Goal "goal" goals "goals" "goal",
            PolicyInstrument "policy_instrument" policy_instruments "policy_instruments" "policy instrument",
            Barrier "barrier" barriers "barriers" "barrier",
            Funding "funding" funding "funding" "funding",
        }
    };
}

macro_rules! kind {
    ($($name:ident $tag:literal $field:ident $list:literal $title:literal,)*) => {
        /// The kind of a record.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum RecordKind {
            $(
                #[doc = concat!("Records of the list `", $list, "`.")]
                $name,
            )*
        }

        impl RecordKind {
            /// All kinds, in the order of the lists in a document.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// Returns the name of the kind in JSON, such as `policy_instrument`.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $tag),* }
            }

            /// Returns the name of the list in a document, such as `policy_instruments`.
            #[must_use]
            pub const fn list(self) -> &'static str {
                match self { $(Self::$name => $list),* }
            }

            /// Returns the name of the kind in a sentence, such as `policy instrument`.
            #[must_use]
            pub const fn title(self) -> &'static str {
                match self { $(Self::$name => $title),* }
            }
        }
    };
}

for_each_kind!(kind);

/// Its name in JSON, such as `policy_instrument`, from which it is read back. In a sentence it is called by its
/// [`title`](RecordKind::title).
impl fmt::Display for RecordKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// The error for a text that is not the name of a kind.
#[derive(Clone, Copy, PartialEq, Eq, thiserror::Error, DebugAsDisplay)]
#[error("expected the kind of a record: {}", names())]
#[non_exhaustive]
pub struct UnknownRecordKind;

fn names() -> String {
    RecordKind::ALL.iter().map(|kind| kind.as_str()).collect::<Vec<_>>().join(", ")
}

/// From its name in JSON, such as `policy_instrument`.
impl FromStr for RecordKind {
    type Err = UnknownRecordKind;

    fn from_str(text: &str) -> Result<Self, UnknownRecordKind> {
        Self::ALL.iter().copied().find(|kind| kind.as_str() == text).ok_or(UnknownRecordKind)
    }
}

impl serde::Serialize for RecordKind {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> serde::Deserialize<'de> for RecordKind {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let word = std::borrow::Cow::<'_, str>::deserialize(deserializer)?;
        word.parse().map_err(serde::de::Error::custom)
    }
}
