//! Code lists for organizations, networks, memberships, cooperations and places.

use super::OtherCode;
use cooperation_derive::CodeList;

/// Main type of the organization. Size, legal form and publishers' own codes go to `classifications`; leave
/// the kind out if the source only states "other".
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, CodeList)]
#[codes(title = "organization kind")]
#[non_exhaustive]
pub enum OrganizationKind {
    /// Ministry, agency or another authority of a state (IATI: government; Jems: national public authority).
    #[code(synonyms("ministry", "national public authority"))]
    Government,
    /// Authority between state and municipality, such as a county council or a German state (Jems: regional
    /// public authority).
    #[code(synonyms("county", "regional public authority"))]
    RegionalGovernment,
    /// Municipality, or an association of municipalities with public tasks (IATI: local government; Jems:
    /// local public authority).
    #[code(synonyms("municipality", "local public authority"))]
    LocalGovernment,
    /// Organization whose members are states, or an institution of one, such as the European Commission
    /// (IATI: multilateral).
    #[code(synonyms("multilateral", "international governmental organisation"))]
    Intergovernmental,
    /// Joint legal body of authorities in several countries, such as a European grouping of territorial
    /// cooperation (EGTC).
    #[code("cross-border body", synonyms("egtc"))]
    CrossBorderBody,
    /// Public organization that is not an authority, such as a sectoral agency or an infrastructure provider
    /// (IATI: other public sector).
    #[code(synonyms(
        "sectoral agency",
        "infrastructure and (public) service provider",
        "other public sector"
    ))]
    PublicBody,
    /// Private, non-profit organization that works for others or for a cause (IATI: NGO).
    #[code(synonyms("charity"))]
    Ngo,
    /// Private, non-profit organization that works for its own members, such as a trade union or a sports
    /// club.
    #[code(synonyms("trade union"))]
    Association,
    /// Endowment or fund that mainly gives grants (IATI: foundation).
    Foundation,
    /// For-profit company of any size (IATI: private sector; CORDIS: PRC; Jems: SME or other enterprise).
    #[code(synonyms(
        "company",
        "sme",
        "small or medium-sized enterprise (SME)",
        "enterprise, except SME",
        "large enterprise",
        "private sector"
    ))]
    Enterprise,
    /// Enterprise owned and governed by the people or businesses that use it.
    Cooperative,
    /// Bank, credit union, microfinance institution, insurer or guarantee fund that is a legal person.
    #[code(synonyms("bank"))]
    FinancialInstitution,
    /// Chamber, cluster, incubator or development agency that serves enterprises (Jems: business support
    /// organisation).
    #[code(synonyms(
        "chamber of commerce",
        "cluster",
        "development agency",
        "business support organisation"
    ))]
    BusinessSupportOrganization,
    /// University or another higher education institution, with or without research (CORDIS: HES; Jems:
    /// higher education).
    #[code(synonyms("university"))]
    Academic,
    /// Research institute that does not teach (CORDIS: REC).
    #[code(synonyms("research institute"))]
    ResearchOrganization,
    /// School, training centre or adult education provider (Jems: education or training centre and school).
    #[code(synonyms("education/training centre and school"))]
    School,
    /// Hospital or another provider of health care (Jems: hospitals and medical centres).
    #[code(synonyms("hospital", "hospital and medical centre", "hospitals and medical centres"))]
    HealthOrganization,
    /// Board, working group or committee with members but without legal personality.
    Committee,
    /// A code that is not in the list, kept as written.
    Other(OtherCode),
}

/// Kind of law that the organization is established under.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, CodeList)]
#[codes(title = "legal status")]
#[non_exhaustive]
pub enum LegalStatus {
    /// Established under public law (Interreg: public).
    Public,
    /// Established under private law (Interreg: private).
    Private,
    /// Established under international or EU law, such as an EGTC or a UN agency.
    International,
    /// No legal personality: the organization acts through a host or its members.
    #[code("none")]
    WithoutPersonality,
    /// A code that is not in the list, kept as written.
    Other(OtherCode),
}

/// Role of the member in the body. Each role is a membership of its own, and a role other than `member` does
/// not imply `member`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, CodeList)]
#[codes(title = "membership role")]
#[non_exhaustive]
pub enum MembershipRole {
    /// Full member, with a vote where there are votes (Popolo: member).
    Member,
    /// Member with fewer rights or duties than a full member.
    #[code(synonyms("associate"))]
    AssociateMember,
    /// Member that represents a federation in one country or region.
    Chapter,
    /// Attends meetings without a vote.
    Observer,
    /// Supports the body with money or services, without a part in its decisions.
    #[code(synonyms("sponsor"))]
    Supporter,
    /// One of the parties that established the body.
    #[code(synonyms("founding member"))]
    Founder,
    /// Presides over the body.
    #[code(synonyms("chairman", "chairperson", "president"))]
    Chair,
    /// Sits on the governing board.
    #[code(synonyms("board"))]
    BoardMember,
    /// Runs the daily work of the body (Interreg: joint secretariat).
    Secretariat,
    /// Provides the legal personality, accounts or premises through which the body acts.
    Host,
    /// A code that is not in the list, kept as written.
    Other(OtherCode),
}

/// Form of the cooperation, as narrow as the source states.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, CodeList)]
#[codes(title = "cooperation kind")]
#[non_exhaustive]
pub enum CooperationKind {
    /// Work together without a signed document.
    Informal,
    /// Signed agreement or memorandum of understanding.
    Agreement,
    /// Agreement of a project's partners on how they work together (Horizon: consortium agreement).
    ConsortiumAgreement,
    /// Joint declaration or statement of intent.
    Declaration,
    /// Lasting partnership of two or more peers, such as twin towns.
    Twinning,
    /// Service that the parties run or pay for together.
    JointService,
    /// A code that is not in the list, kept as written.
    Other(OtherCode),
}

/// Type of the place, such as country, region or municipality.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, CodeList)]
#[codes(title = "place kind")]
#[non_exhaustive]
pub enum PlaceKind {
    /// A continent, such as Europe.
    Continent,
    /// Group of countries, such as the Nordic countries or eastern Europe (IATI: recipient region).
    #[code("part of a continent")]
    PartOfContinent,
    /// Country or dependent territory with an ISO 3166 code.
    #[code(synonyms("state"))]
    Country,
    /// Administrative or cultural region within a country or across borders (NUTS 1 to 3).
    #[code(synonyms("county"))]
    Region,
    /// Area of a municipality, as an administrative unit (Eurostat: LAU).
    Municipality,
    /// City, town, village or district, as a place on the map.
    #[code(synonyms("city", "town", "village"))]
    Settlement,
    /// Building, site or another single location (IATI: location).
    Site,
    /// A code that is not in the list, kept as written.
    Other(OtherCode),
}
