use super::{GroupId, OtherName, PlaceId, ProgrammeId, Subject};
use crate::values::{Count, Label, List, Money, Period, ProjectKind, ProjectRelation, Scope, Status, Text};

record! {
    /// A project: an undertaking with an aim of its own, mostly for a time, often of several partners.
    ///
    /// Its partners stand in participations, its goals in goals, its money in funding records.
    ///
    /// # Examples
    ///
    /// ```
    /// use cooperation::{Period, Project, ProjectId, Text};
    ///
    /// let mut atm = Project::new(ProjectId::new("atm")?, Text::new("en", "Access to Microfinance for SMEs")?);
    /// atm.period = Some(Period::between("2016-04".parse()?, "2021-03".parse()?));
    /// # Ok::<(), cooperation::ValueError>(())
    /// ```
    pub struct Project "project" ProjectId called title {
        required {
            /// What it is called, in each language in which it has a title.
            title: Text,
        }
        optional {
            /// Its acronym, the same in every language.
            acronym: Option<Label>,
            /// Titles that it also has or had.
            other_names: List<OtherName>,
            /// What kind of project it is.
            kind: Option<ProjectKind>,
            /// How far it reaches.
            scope: Option<Scope>,
            /// The programme under which it runs. That says nothing of its money: see funding.
            programme: Option<ProgrammeId>,
            /// How far it has come.
            status: Option<Status>,
            /// When it ran, runs or will run.
            period: Option<Period>,
            /// Where it is at work.
            places: List<PlaceId>,
            /// How many partners it has, whether named or not.
            partner_count: Option<Count>,
            /// How many policy instruments it works on, whether named or not (Interreg: policy instruments addressed).
            policy_instrument_count: Option<Count>,
            /// Whom it is meant to reach.
            target_groups: List<GroupId>,
            /// What it is about, such as the network that it builds or the policy instrument that it improves.
            about: List<Subject>,
            /// Its whole budget.
            budget: Option<Money>,
            /// Projects that it is related to.
            related: List<RelatedProject>,
        }
    }
}

object! {
    /// Another project, and how a project is related to it.
    pub struct RelatedProject {
        required {}
        optional {
            /// The other project, where it is in the dataset.
            project: Option<ProjectId>,
            /// What the other project is called, where it is not.
            title: Option<Text>,
            /// How the two are related.
            relation: Option<ProjectRelation>,
        }
    }
}
