//! Codes of the IATI lists, and what they are in the model.

/// A code and the word of a code list of the model.
pub(super) type Words = &'static [(&'static str, &'static str)];

/// The entry of a code.
pub(super) fn find<T: Copy>(list: &[(&'static str, T)], code: &str) -> Option<T> {
    list.iter().find(|(listed, _)| *listed == code).map(|(_, entry)| *entry)
}

pub(super) const STATUS: Words = &[
    ("1", "planned"),
    ("2", "ongoing"),
    ("3", "closing"),
    ("4", "completed"),
    ("5", "cancelled"),
    ("6", "suspended"),
];

/// Scope, and whether the code says more than it.
pub(super) const SCOPE: &[(&str, (&str, bool))] = &[
    ("1", ("global", false)),
    ("2", ("continental", false)),
    ("3", ("multinational", false)),
    ("4", ("national", false)),
    ("5", ("regional", true)),
    ("6", ("regional", false)),
    ("7", ("local", false)),
    ("8", ("local", true)),
];

/// Meaning of a type of organisation in the model.
#[derive(Clone, Copy)]
pub(super) struct OrganisationType {
    pub kind: &'static str,
    pub legal_status: &'static str,
    /// The code says more than the kind.
    pub classified: bool,
}

const fn organisation(kind: &'static str, legal_status: &'static str, classified: bool) -> OrganisationType {
    OrganisationType { kind, legal_status, classified }
}

pub(super) const ORGANISATION_TYPE: &[(&str, OrganisationType)] = &[
    ("10", organisation("government", "public", false)),
    ("11", organisation("local government", "public", false)),
    ("15", organisation("public body", "public", false)),
    ("21", organisation("ngo", "", true)),
    ("22", organisation("ngo", "", true)),
    ("23", organisation("ngo", "", true)),
    ("24", organisation("ngo", "", true)),
    ("30", organisation("public private partnership", "", false)),
    ("40", organisation("intergovernmental", "", false)),
    ("60", organisation("foundation", "", false)),
    ("70", organisation("enterprise", "private", false)),
    ("71", organisation("enterprise", "private", true)),
    ("72", organisation("enterprise", "private", true)),
    ("73", organisation("enterprise", "private", true)),
    ("80", organisation("academic", "", false)),
    ("90", organisation("", "", true)),
];

/// Roles other than that of the funder.
pub(super) const ROLE: Words = &[("2", "accountable"), ("3", "managing"), ("4", "implementing")];

pub(super) const FUNDER: &str = "1";

pub(super) const RELATION: Words =
    &[("1", "part of"), ("2", "contains"), ("3", "sibling"), ("4", "complements"), ("5", "same as")];

pub(super) const RESULT: Words = &[("1", "output"), ("2", "outcome"), ("3", "impact"), ("9", "other result")];

pub(super) const MEASURE: Words =
    &[("1", "unit"), ("2", "percentage"), ("3", "nominal"), ("4", "ordinal"), ("5", "qualitative")];

pub(super) const LOCATION_CLASS: Words =
    &[("1", "region"), ("2", "settlement"), ("3", "site"), ("4", "topographical feature")];

/// Payer and recipient of a transaction.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    /// The reporting organization receives, unless another receiver is named.
    Incoming,
    /// The reporting organization pays, unless another provider is named.
    Outgoing,
    /// Only who is named.
    Named,
    /// The receiver gets back what it paid before.
    Back,
}

/// Meaning of a type of transaction in the model.
#[derive(Clone, Copy)]
pub(super) struct TransactionType {
    pub status: &'static str,
    pub kind: &'static str,
    pub direction: Direction,
}

const fn transaction(status: &'static str, kind: &'static str, direction: Direction) -> TransactionType {
    TransactionType { status, kind, direction }
}

pub(super) const TRANSACTION_TYPE: &[(&str, TransactionType)] = &[
    ("1", transaction("disbursed", "", Direction::Incoming)),
    ("2", transaction("committed", "", Direction::Outgoing)),
    ("3", transaction("disbursed", "", Direction::Outgoing)),
    ("4", transaction("spent", "", Direction::Outgoing)),
    ("5", transaction("disbursed", "interest", Direction::Named)),
    ("6", transaction("returned", "loan", Direction::Back)),
    ("7", transaction("returned", "", Direction::Back)),
    ("8", transaction("disbursed", "equity", Direction::Outgoing)),
    ("9", transaction("disbursed", "sale of equity", Direction::Incoming)),
    ("10", transaction("committed", "guarantee", Direction::Outgoing)),
    ("11", transaction("committed", "", Direction::Incoming)),
    ("12", transaction("pledged", "", Direction::Outgoing)),
    ("13", transaction("pledged", "", Direction::Incoming)),
];

const FINANCE_TYPE: Words = &[
    ("110", "grant"),
    ("210", "interest subsidy"),
    ("310", "capital subscription"),
    ("311", "capital subscription"),
    ("410", "loan"),
    ("421", "loan"),
    ("422", "reimbursable grant"),
    ("423", "bond"),
    ("424", "asset-backed securities"),
    ("425", "debt securities"),
    ("431", "loan"),
    ("432", "equity"),
    ("433", "hybrid instrument"),
    ("510", "equity"),
    ("520", "equity"),
    ("530", "equity"),
    ("1100", "guarantee"),
];

/// The kind of funding of a finance type, if it has one.
pub(super) fn funding_kind(finance_type: &str) -> Option<&'static str> {
    let is_debt_relief = finance_type.len() == 3 && ("610"..="639").contains(&finance_type);
    if is_debt_relief { Some("debt relief") } else { find(FINANCE_TYPE, finance_type) }
}

/// Lists that codes may be from, and what they are called in the model.
#[derive(Debug)]
pub(super) struct Vocabulary {
    /// The list that is meant where none is named.
    pub default: &'static str,
    pub schemes: Words,
    /// Name of a list of the publisher, after the publisher.
    pub own: &'static str,
}

const fn vocabulary(default: &'static str, own: &'static str, schemes: Words) -> Vocabulary {
    Vocabulary { default, schemes, own }
}

impl Vocabulary {
    /// The name of a list: that of a known one, its address, or that of the publisher with what it is about.
    pub(super) fn scheme(&self, code: Option<&str>, uri: Option<&str>, publisher: &str) -> String {
        let code = code.unwrap_or(self.default);
        if let Some(scheme) = find(self.schemes, code) {
            return scheme.to_owned();
        }
        match (code, uri) {
            (_, Some(uri)) => uri.to_owned(),
            ("99", None) => format!("{publisher} {}", self.own).trim().to_owned(),
            ("98", None) => format!("{publisher} {} 2", self.own).trim().to_owned(),
            (code, None) => format!("IATI {} vocabulary {code}", self.own),
        }
    }
}

pub(super) const SECTOR: Vocabulary = vocabulary(
    "1",
    "sector",
    &[
        ("1", "OECD DAC CRS purpose"),
        ("2", "OECD DAC CRS sector"),
        ("3", "UN COFOG"),
        ("4", "NACE"),
        ("5", "NTEE"),
        ("6", "AidData"),
        ("7", "UN SDG goal"),
        ("8", "UN SDG target"),
        ("9", "UN SDG indicator"),
        ("10", "Humanitarian cluster"),
        ("11", "NAICS"),
        ("12", "UN system function"),
    ],
);

pub(super) const TAG: Vocabulary = vocabulary(
    "99",
    "tag",
    &[
        ("1", "Agrovoc"),
        ("2", "UN SDG goal"),
        ("3", "UN SDG target"),
        ("4", "Team Europe Initiative"),
        ("5", "GFNS preparedness plan"),
    ],
);

pub(super) const POLICY_MARKER: Vocabulary =
    vocabulary("1", "policy marker", &[("1", "OECD DAC policy marker")]);

pub(super) const HUMANITARIAN_SCOPE: Vocabulary =
    vocabulary("99", "humanitarian scope", &[("1-2", "GLIDE"), ("2-1", "Humanitarian plan")]);

pub(super) const REGION: Vocabulary = vocabulary("1", "region", &[("1", "OECD DAC region"), ("2", "UN M49")]);

pub(super) const AID_TYPE: Vocabulary = vocabulary(
    "1",
    "aid type",
    &[
        ("1", "IATI aid type"),
        ("2", "IATI earmarking category"),
        ("3", "IATI earmarking modality"),
        ("4", "IATI cash and voucher modality"),
    ],
);

pub(super) const BUDGET_ITEM: Vocabulary = vocabulary(
    "4",
    "budget item",
    &[
        ("1", "country budget: IATI"),
        ("2", "country budget: Country Chart of Accounts"),
        ("3", "country budget: Other Country System"),
        ("4", "country budget: Reporting Organisation"),
        ("5", "country budget: Other"),
    ],
);

pub(super) const PLACE: Vocabulary = vocabulary(
    "",
    "place",
    &[
        ("A1", "GAUL"),
        ("A2", "UN SALB"),
        ("A3", "GADM"),
        ("A4", "ISO 3166-1"),
        ("G1", "GeoNames"),
        ("G2", "OpenStreetMap"),
    ],
);

pub(super) const INDICATOR: Vocabulary = vocabulary(
    "99",
    "indicator",
    &[
        ("1", "WHO registry"),
        ("2", "Sphere handbook"),
        ("3", "US foreign assistance framework"),
        ("4", "World Bank WDI"),
        ("5", "UN MDG indicator"),
        ("6", "UNOCHA humanitarian response"),
        ("7", "HIV/AIDS indicator registry"),
        ("8", "HIPSO"),
        ("9", "UN SDG indicator"),
    ],
);

pub(super) const RESULT_REFERENCE: Vocabulary = vocabulary("99", "result", &[]);
