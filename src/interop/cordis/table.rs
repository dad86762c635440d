use std::fmt;

/// A table of a dump.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Table {
    /// Projects. Required.
    Project,
    /// Participants of the projects.
    Organization,
    /// Titles of topics.
    Topics,
    /// Legal bases of the projects, with their titles.
    LegalBasis,
    /// Fields of science of the projects.
    EuroSciVoc,
    /// Web pages and documents of the projects.
    WebLink,
    /// Pictures and videos of the projects.
    WebItem,
    /// Policy priorities of the European Union that the projects serve.
    PolicyPriorities,
    /// Summaries of reports of the projects.
    ReportSummaries,
}

/// What the dumps call a table, the column by which its rows are matched with projects, and its other columns.
struct Info {
    table: Table,
    name: &'static str,
    key: &'static str,
    columns: &'static [&'static str],
}

const TABLES: [Info; 9] = [
    Info {
        table: Table::Project,
        name: "project",
        key: "id",
        columns: &[
            "acronym",
            "status",
            "title",
            "startDate",
            "endDate",
            "totalCost",
            "ecMaxContribution",
            "legalBasis",
            "topics",
            "ecSignatureDate",
            "frameworkProgramme",
            "masterCall",
            "subCall",
            "fundingScheme",
            "nature",
            "objective",
            "contentUpdateDate",
            "rcn",
            "grantDoi",
            "keywords",
        ],
    },
    Info {
        table: Table::Organization,
        name: "organization",
        key: "projectID",
        columns: &[
            "projectAcronym",
            "organisationID",
            "vatNumber",
            "name",
            "shortName",
            "SME",
            "activityType",
            "street",
            "postCode",
            "city",
            "country",
            "nutsCode",
            "geolocation",
            "organizationURL",
            "contactForm",
            "contentUpdateDate",
            "rcn",
            "order",
            "role",
            "ecContribution",
            "netEcContribution",
            "totalCost",
            "endOfParticipation",
        ],
    },
    Info { table: Table::Topics, name: "topics", key: "projectID", columns: &["topic", "title"] },
    Info {
        table: Table::LegalBasis,
        name: "legalBasis",
        key: "projectID",
        columns: &["legalBasis", "title", "uniqueProgrammePart"],
    },
    Info {
        table: Table::EuroSciVoc,
        name: "euroSciVoc",
        key: "projectID",
        columns: &["euroSciVocCode", "euroSciVocPath", "euroSciVocTitle"],
    },
    Info {
        table: Table::WebLink,
        name: "webLink",
        key: "projectID",
        columns: &["physUrl", "availableLanguages", "status", "type"],
    },
    Info {
        table: Table::WebItem,
        name: "webItem",
        key: "projectID",
        columns: &["uri", "title", "language", "availableLanguages"],
    },
    Info { table: Table::PolicyPriorities, name: "policyPriorities", key: "projectID", columns: &[] },
    Info {
        table: Table::ReportSummaries,
        name: "reportSummaries",
        key: "projectID",
        columns: &["title", "attachment", "contentUpdateDate"],
    },
];

impl Table {
    /// All tables, in the order in which they are listed here.
    pub const ALL: &'static [Self] = &[
        Self::Project,
        Self::Organization,
        Self::Topics,
        Self::LegalBasis,
        Self::EuroSciVoc,
        Self::WebLink,
        Self::WebItem,
        Self::PolicyPriorities,
        Self::ReportSummaries,
    ];

    fn info(self) -> Option<&'static Info> {
        TABLES.iter().find(|info| info.table == self)
    }

    /// Returns the name of the table, which is that of its file without the extension, such as `euroSciVoc`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.info().map_or("", |info| info.name)
    }

    /// Returns the table with this name, ignoring case, such as that of the file `euroSciVoc.csv`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        TABLES.iter().find(|info| info.name.eq_ignore_ascii_case(name)).map(|info| info.table)
    }

    /// The column by which rows are matched with projects.
    pub(super) fn key(self) -> &'static str {
        self.info().map_or("", |info| info.key)
    }

    /// The column of a title, spelt as here where only the case of its letters differs.
    pub(super) fn column(self, title: &str) -> Option<&'static str> {
        let info = self.info()?;
        let mut known = std::iter::once(info.key).chain(info.columns.iter().copied());
        known.find(|column| column.eq_ignore_ascii_case(title))
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
