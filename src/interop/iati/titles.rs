//! Names of codes in the IATI code lists.

/// Codes of a list, with their names.
pub(super) type Titles = &'static [(&'static str, &'static str)];

/// Code list `TransactionType`.
pub(super) const TRANSACTION_TYPE: Titles = &[
    ("1", "Incoming Funds"),
    ("2", "Outgoing Commitment"),
    ("3", "Disbursement"),
    ("4", "Expenditure"),
    ("5", "Interest Payment"),
    ("6", "Loan Repayment"),
    ("7", "Reimbursement"),
    ("8", "Purchase of Equity"),
    ("9", "Sale of Equity"),
    ("10", "Credit Guarantee"),
    ("11", "Incoming Commitment"),
    ("12", "Outgoing Pledge"),
    ("13", "Incoming Pledge"),
];

/// Code list `FinanceType`.
pub(super) const FINANCE_TYPE: Titles = &[
    ("110", "Standard grant"),
    ("421", "Standard loan"),
    ("422", "Reimbursable grant"),
    ("423", "Bonds"),
    ("424", "Asset-backed securities"),
    ("425", "Other debt securities"),
    ("431", "Subordinated loan"),
    ("432", "Preferred equity"),
    ("433", "Other hybrid instruments"),
    ("510", "Common equity"),
    ("520", "Shares in collective investment vehicles"),
    ("530", "Reinvested earnings"),
    ("210", "Interest subsidy"),
    ("310", "Capital subscription on deposit basis"),
    ("311", "Capital subscription on encashment basis"),
    ("1100", "Guarantees/insurance"),
    ("410", "Aid loan excluding debt reorganisation"),
    ("1", "GNI: Gross National Income"),
    ("2", "ODA % GNI"),
    ("3", "Total Flows % GNI"),
    ("4", "Population"),
];

/// Code list `ActivityScope`.
pub(super) const ACTIVITY_SCOPE: Titles = &[
    ("1", "Global"),
    ("2", "Regional"),
    ("3", "Multi-national"),
    ("4", "National"),
    ("5", "Sub-national: Multi-first-level administrative areas"),
    ("6", "Sub-national: Single first-level administrative area"),
    ("7", "Sub-national: Single second-level administrative area"),
    ("8", "Single location"),
];

/// Code list `OrganisationType`.
pub(super) const ORGANISATION_TYPE: Titles = &[
    ("10", "Government"),
    ("11", "Local Government"),
    ("15", "Other Public Sector"),
    ("21", "International NGO"),
    ("22", "National NGO"),
    ("23", "Regional NGO"),
    ("24", "Partner Country based NGO"),
    ("30", "Public Private Partnership"),
    ("40", "Multilateral"),
    ("60", "Foundation"),
    ("70", "Private Sector"),
    ("71", "Private Sector in Provider Country"),
    ("72", "Private Sector in Aid Recipient Country"),
    ("73", "Private Sector in Third Country"),
    ("80", "Academic, Training and Research"),
    ("90", "Other"),
];

/// Code list `CollaborationType`.
pub(super) const COLLABORATION_TYPE: Titles = &[
    ("1", "Bilateral"),
    ("2", "Multilateral (inflows)"),
    ("3", "Bilateral, core contributions to NGOs and other private bodies / PPPs"),
    ("4", "Multilateral outflows"),
    ("6", "Private Sector Outflows"),
    ("7", "Bilateral, ex-post reporting on NGOs’ activities funded through core contributions"),
    ("8", "Bilateral, triangular co-operation"),
];

/// Code list `PolicyMarker`.
pub(super) const POLICY_MARKER: Titles = &[
    ("1", "Gender Equality"),
    ("2", "Aid to Environment"),
    ("3", "Participatory Development/Good Governance"),
    ("4", "Trade Development"),
    ("5", "Aid Targeting the Objectives of the Convention on Biological Diversity"),
    ("6", "Aid Targeting the Objectives of the Framework Convention on Climate Change - Mitigation"),
    ("7", "Aid Targeting the Objectives of the Framework Convention on Climate Change - Adaptation"),
    ("8", "Aid Targeting the Objectives of the Convention to Combat Desertification"),
    ("9", "Reproductive, Maternal, Newborn and Child Health (RMNCH)"),
    ("10", "Disaster Risk Reduction(DRR)"),
    ("11", "Disability"),
    ("12", "Nutrition"),
];

/// Code list `TiedStatus`.
pub(super) const TIED_STATUS: Titles = &[("3", "Partially tied"), ("4", "Tied"), ("5", "Untied")];

/// Code list `FlowType`.
pub(super) const FLOW_TYPE: Titles = &[
    ("10", "ODA"),
    ("20", "OOF (withdrawn)"),
    ("21", "Non-export credit OOF"),
    ("22", "Officially supported export credits"),
    ("30", "Private Development Finance"),
    ("35", "Private Market (withdrawn)"),
    ("36", "Private Foreign Direct Investment"),
    ("37", "Other Private flows at market terms"),
    ("40", "Non flow"),
    ("50", "Other flows"),
];

/// Code list `AidType`.
pub(super) const AID_TYPE: Titles = &[
    ("A01", "General budget support"),
    ("A02", "Sector budget support"),
    ("B01", "Core support to NGOs, other private bodies, PPPs and research institutes"),
    ("B02", "Core contributions to multilateral institutions and global funds"),
    ("B021", "Core contributions to multilateral institutions"),
    ("B022", "Core contributions to global funds"),
    ("B03", "Contributions to specific-purpose programmes and funds managed by implementing partners"),
    ("B031", "Contributions to multi-donor/multi-entity funding mechanisms"),
    ("B032", "Contributions to multi-donor/single-entity funding mechanisms"),
    (
        "B033",
        "Contributions to single-donor funding mechanisms and contributions earmarked for a specific funding window or geographical location",
    ),
    ("B04", "Basket funds/pooled funding"),
    ("C01", "Project-type interventions"),
    ("D01", "Donor country personnel"),
    ("D02", "Other technical assistance"),
    ("E01", "Scholarships/training in donor country"),
    ("E02", "Imputed student costs"),
    ("F01", "Debt relief"),
    ("G01", "Administrative costs not included elsewhere"),
    ("H01", "Development awareness"),
    ("H02", "Refugees/asylum seekers in donor countries"),
    ("H03", "Asylum-seekers ultimately accepted"),
    ("H04", "Asylum-seekers ultimately rejected"),
    ("H05", "Recognised refugees"),
    ("H06", "Refugees and asylum seekers in other provider countries"),
];

/// Code list `EarmarkingCategory`.
pub(super) const EARMARKING_CATEGORY: Titles =
    &[("1", "Unearmarked"), ("2", "Softly Earmarked"), ("3", "Earmarked"), ("4", "Tightly Earmarked")];

/// Code list `CashandVoucherModalities`.
pub(super) const CASH_AND_VOUCHER: Titles = &[("1", "Cash Transfer"), ("2", "Voucher")];

/// Code list `DisbursementChannel`.
pub(super) const DISBURSEMENT_CHANNEL: Titles = &[
    ("1", "Money is disbursed through central Ministry of Finance or Treasury"),
    (
        "2",
        "Money is disbursed directly to the implementing institution and managed through a separate bank account",
    ),
    ("3", "Aid in kind: Donors utilise third party agencies, e.g. NGOs or management companies"),
    ("4", "Aid in kind: Donors manage funds themselves"),
];

/// Code list `Region`.
pub(super) const REGION: Titles = &[
    ("88", "States Ex-Yugoslavia unspecified"),
    ("89", "Europe, regional"),
    ("189", "North of Sahara, regional"),
    ("289", "South of Sahara, regional"),
    ("298", "Africa, regional"),
    ("380", "West Indies, regional"),
    ("389", "North and Central America, regional"),
    ("489", "South America, regional"),
    ("498", "America, regional"),
    ("589", "Middle East, regional"),
    ("619", "Central Asia, regional"),
    ("679", "South Asia, regional"),
    ("689", "South and Central Asia, regional"),
    ("789", "Far East Asia, regional"),
    ("798", "Asia, regional"),
    ("889", "Oceania, regional"),
    ("998", "Developing countries, unspecified"),
];
