//! Every public type can be sent to another thread and shared between threads.

use cooperation::{Dataset, Rules};
use std::collections::BTreeSet;
use std::marker::PhantomData;
use std::path::Path;

fn can_be_shared<T: Send + Sync>(_: PhantomData<T>, name: &str, names: &mut BTreeSet<String>) {
    let bare = name.split('<').next().unwrap().rsplit("::").next().unwrap();
    names.insert(bare.trim().to_owned());
}

/// Holds of each type that it can be shared, and gathers their names.
macro_rules! shared {
    ($($(#[$gate:meta])? $type:ty,)*) => {{
        use cooperation::codes::*;
        use cooperation::dataset::*;
        use cooperation::index::*;
        use cooperation::io::*;
        use cooperation::model::*;
        use cooperation::rules::*;
        use cooperation::values::*;
        use cooperation::walk::*;
        use cooperation::{evidence, interop, schema};
        let mut names = BTreeSet::new();
        $($(#[$gate])? can_be_shared(PhantomData::<$type>, stringify!($type), &mut names);)*
        names
    }};
}

fn shared() -> BTreeSet<String> {
    shared! {
        // Values.
        ActivityKind, Basis, CooperationKind, CountryCode, CurrencyCode, Extent, FundingKind, FundingStatus, GoalLevel, IndicatorMeasure,
        InstrumentKind, LegalStatus, LinkRel, MembershipRole, Modality, NutsCode, OrganizationKind, OtherCode,
        ParticipationRole, PlaceKind, ProgrammeKind, ProjectKind, Relation, RelationBasis, Scope,
        Status, MediaType, PartialDate, Precision, Decimal, Digest, Duration, DurationUnit, Extensions, Id<Project>, RecordKind, Label,
        Quote, Language, Link, EmptyList, List<Party>, NonEmpty<Party>, Money, SumOverflow, Totals, Period, Pointer,
        Text, Texts<'_>, Truth, UnknownRecordKind, Url, Version, Code<'_>, Leaf<'_>, Path<'_>, ValueError,
        // Records, and what stands in them.
        Activity, Barrier, Cooperation, Funding, Goal, Group, Membership, Network, Organization,
        Participation, Place, PolicyInstrument, Programme, Project, Source, Address, Body, Budget, Classification,
        Count, Dimension, Evidence, Identifier, Indicator, IndicatorValue, NamedRecord, OtherName, Party, Point,
        Related, Subject,
        // What holds records, reads them and asks about them.
        Dataset, Change, ChangedRecord, Difference, RecordKey, Header, RecordLine, RecordRef<'_>, Collision, Merged, Index<'_>, SharedIndex,
        Partner<'_>, Records<'_, '_, Project>, Tie<'_>, RuleNameTaken,
        GoalTree<'_, '_>, MoneySum<'_>,
        Edit, Edited, Error, Fault, FaultKind, Limits, Location, ReadOptions, RecordLines<&[u8]>,
        // What checks them.
        Rules, Report, Finding, FindingGroup<'_>, Note, RelatedLocation, RuleInfo, SamePart, Severity, Reporter<'_>,
        Summary, Tally, UnknownRule, Validator<'_>,
        evidence::Audit, evidence::Coverage, evidence::HeldQuote, evidence::Outcome, evidence::Passage,
        evidence::Span,
        interop::Converted<Dataset>, interop::Misfit, interop::MisfitKind,
        #[cfg(feature = "csv")] interop::cordis::Table,
        #[cfg(feature = "csv")] interop::csv::CellPlace,
        #[cfg(feature = "csv")] interop::csv::ColumnInfo,
        #[cfg(feature = "csv")] interop::csv::Places,
        schema::Column, schema::Engine,
        #[cfg(feature = "schema")] schema::Draft,
        #[cfg(feature = "schema")] schema::UnknownDraft,
        schema::UnknownEngine,
        #[cfg(feature = "csv")] interop::csv::CellFault,
        #[cfg(feature = "csv")] interop::csv::TablesError,
        #[cfg(feature = "csv")] interop::csv::Tables,
    }
}

/// The names of the types that the sources of a folder make public. What is public there is public to all: a lint sees to
/// it.
fn public(folder: &Path, names: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let absent = (!cfg!(feature = "csv")
            && (path.ends_with("interop/csv") || path.ends_with("interop/cordis")))
            // A reader of IATI files is moved from thread to thread, and not shared.
            || path.ends_with("interop/iati")
            || (!cfg!(feature = "schema") && path.ends_with("schema/draft.rs"));
        if absent {
            continue;
        }
        if path.is_dir() {
            public(&path, names);
            continue;
        }
        for line in std::fs::read_to_string(path).unwrap().lines() {
            let Some(rest) = line.trim_start().strip_prefix("pub ") else { continue };
            let rest = rest.trim_start_matches("open ").trim_start_matches("closed ");
            let Some(name) = rest.strip_prefix("struct ").or_else(|| rest.strip_prefix("enum ")) else {
                continue;
            };
            let end = name.find(|letter: char| !letter.is_ascii_alphanumeric()).unwrap_or(name.len());
            // In a macro the name stands where the macro is used.
            if end > 0 {
                names.insert(name[..end].to_owned());
            }
        }
    }
}

#[test]
fn every_public_type_can_be_shared_between_threads() {
    let mut names = BTreeSet::new();
    public(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut names);
    assert!(names.len() > 100, "{} types are public", names.len());
    assert_eq!(shared(), names);
}

#[test]
fn threads_get_the_same_results_from_one_dataset() {
    let text = include_str!("../../examples/data/microfinance-norway.json");
    let dataset = Dataset::from_json(text).unwrap();
    let rules = Rules::default();
    let alone = (dataset.to_json(), serde_json::to_string(&rules.check(&dataset)).unwrap());
    std::thread::scope(|scope| {
        let threads = [(); 4].map(|()| {
            scope.spawn(|| (dataset.to_json(), serde_json::to_string(&rules.check(&dataset)).unwrap()))
        });
        for thread in threads {
            assert_eq!(thread.join().unwrap(), alone);
        }
    });
}
