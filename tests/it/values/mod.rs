//! Values: what they take, what they refuse, and that they come back as they were.

mod amounts;
mod codes;
mod dates;
mod extensions;
mod lists;
mod parties;
mod periods;
mod strings;
mod suggestions;
mod texts;

use crate::support::random::Random;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::fmt::{Debug, Display};
use std::hash::{DefaultHasher, Hash, Hasher as _};
use std::str::FromStr;

/// A number that values which are equal have in common, the same in every run.
fn hash(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

/// Holds that a text is taken by parsing and by reading alike, and comes back as it was.
#[track_caller]
fn takes<T>(text: &str)
where
    T: FromStr<Err = cooperation::ValueError> + DeserializeOwned + Serialize + Display + Debug + PartialEq,
{
    let value: T = text.parse().unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(value.to_string(), text);
    let json = serde_json::to_string(text).unwrap();
    assert_eq!(serde_json::to_string(&value).unwrap(), json);
    assert_eq!(serde_json::from_str::<T>(&json).unwrap(), value);
}

/// Holds that a text is refused by parsing and by reading alike, and that the message is fit to be shown.
#[track_caller]
fn refuses<T>(text: &str)
where
    T: FromStr<Err = cooperation::ValueError> + DeserializeOwned + Debug,
{
    let error = text.parse::<T>().expect_err(&format!("{text:?} was taken"));
    let message = error.to_string();
    assert!(message.len() <= 512, "{} bytes: {message}", message.len());
    assert!(!message.chars().any(char::is_control), "{message:?}");
    let json = serde_json::to_string(text).unwrap();
    assert!(serde_json::from_str::<T>(&json).is_err(), "{json} was read");
}
