//! The code lists of the format. `open` lists are open in the field: a word that is not listed is kept.

codes! {
    /// How far something has come: one list for projects, networks, activities, instruments and cooperations.
    pub open enum Status "status" {
        /// Agreed or announced, and not yet begun.
        Planned = "planned",
        /// Just begun.
        Starting = "starting",
        /// Being developed or formalised, so that it does not yet fully exist.
        InDevelopment = "in development",
        /// Going on.
        Ongoing = "ongoing",
        /// Stopped for the time being.
        Suspended = "suspended",
        /// Ended as intended.
        Completed = "completed",
        /// Ended before its time, or never begun.
        Cancelled = "cancelled",
    }
}

codes! {
    /// How far something reaches.
    pub open enum Scope "scope" {
        /// The whole world.
        Global = "global",
        /// Europe.
        European = "european",
        /// The Nordic countries.
        Nordic = "nordic",
        /// Several countries, or regions of several countries.
        International = "international",
        /// Regions on both sides of a border.
        CrossBorder = "cross-border",
        /// One country.
        National = "national",
        /// A region of a country.
        Regional = "regional",
        /// A town, a municipality or less.
        Local = "local",
    }
}

codes! {
    /// What kind of organization it is. The words follow IATI's list of organisation types.
    pub open enum OrganizationKind "organization kind" {
        /// A government, ministry or national authority.
        Government = "government",
        /// A regional or local authority, such as a municipality.
        LocalGovernment = "local government",
        /// An organization of several governments.
        Intergovernmental = "intergovernmental",
        /// A non-governmental organization, in private hands and not for profit.
        Ngo = "ngo",
        /// A foundation.
        Foundation = "foundation",
        /// An enterprise, for profit.
        Enterprise = "enterprise",
        /// A bank, a microfinance institution or another that lends or insures.
        FinancialInstitution = "financial institution",
        /// A university, a school or a research institute.
        Academic = "academic",
        /// An association of organizations or people, such as a chamber or a union.
        Association = "association",
        /// An agency for the development of business or of a region.
        DevelopmentAgency = "development agency",
    }
}

codes! {
    /// Under which kind of law an organization stands.
    pub closed enum LegalStatus "legal status" {
        /// Public law.
        Public = "public",
        /// Private law.
        Private = "private",
        /// Neither, or both.
        Other = "other",
    }
}

codes! {
    /// What kind of place it is.
    pub open enum PlaceKind "place kind" {
        /// A continent.
        Continent = "continent",
        /// A part of a continent, such as eastern Europe or the Nordic countries.
        PartOfContinent = "part of a continent",
        /// A country.
        Country = "country",
        /// A region of a country or across countries.
        Region = "region",
        /// A municipality.
        Municipality = "municipality",
        /// A city, town or village.
        Settlement = "settlement",
    }
}

codes! {
    /// What a member is in a network or an organization (Popolo: Membership).
    pub open enum MembershipRole "membership role" {
        /// A member.
        Member = "member",
        /// One of those who founded it.
        Founder = "founder",
        /// Takes part without a vote.
        Observer = "observer",
        /// Runs the daily work.
        Secretariat = "secretariat",
        /// Leads it.
        Chair = "chair",
        /// A member of its board.
        Board = "board",
        /// A member with lesser rights.
        Associate = "associate",
    }
}

codes! {
    /// What a party is in a project. 'Lead partner' and 'partner' are Interreg's words.
    pub open enum ParticipationRole "participation role" {
        /// Leads the partnership and answers for it to the programme.
        LeadPartner = "lead partner",
        /// One of the partners.
        Partner = "partner",
        /// A partner without a budget of its own in the project.
        AssociatedPartner = "associated partner",
        /// Gives advice.
        AdvisoryPartner = "advisory partner",
        /// Takes part, without the source saying as what.
        Participant = "participant",
        /// Pays for it (IATI: funding).
        Funder = "funder",
        /// Oversees it and answers for its outcome (IATI: accountable).
        Accountable = "accountable",
        /// Does the work (IATI: implementing).
        Implementing = "implementing",
        /// Works for a partner under a contract.
        Subcontractor = "subcontractor",
    }
}

codes! {
    /// What kind of programme it is.
    pub open enum ProgrammeKind "programme kind" {
        /// Cooperation of regions of several countries, as Interreg has it.
        InterregionalCooperation = "interregional cooperation",
        /// Education and training.
        Education = "education",
        /// Research and innovation.
        Research = "research",
        /// Grants of a foundation or a fund.
        Grants = "grants",
        /// One call for proposals of a programme.
        Call = "call",
        /// A strand, priority or measure of a programme.
        Strand = "strand",
    }
}

codes! {
    /// What kind of project it is.
    pub open enum ProjectKind "project kind" {
        /// Several partners work together.
        Cooperation = "cooperation",
        /// Finds something out.
        Research = "research",
        /// Tries something out.
        Pilot = "pilot",
        /// Builds or buys something that lasts.
        Investment = "investment",
        /// Builds or runs a network.
        Networking = "networking",
        /// Builds up what an organization is able to do.
        CapacityBuilding = "capacity building",
    }
}

codes! {
    /// How a project is related to another.
    pub open enum ProjectRelation "project relation" {
        /// It continues the other.
        Continues = "continues",
        /// The other continues it.
        ContinuedBy = "continued by",
        /// It is a part of the other.
        PartOf = "part of",
        /// It builds on what the other did.
        BuildsOn = "builds on",
        /// It has something to do with the other.
        Related = "related",
    }
}

codes! {
    /// What kind of activity it is.
    pub open enum ActivityKind "activity kind" {
        /// A package of a project's work.
        WorkPackage = "work package",
        /// A meeting, or a row of them.
        Meeting = "meeting",
        /// An exchange of experience, knowledge or people.
        Exchange = "exchange",
        /// Something tried out.
        Pilot = "pilot",
        /// Something found out.
        Research = "research",
        /// Training or education.
        Training = "training",
        /// Spreading of results, methods or knowledge.
        Dissemination = "dissemination",
        /// The making of a plan, a strategy or a policy.
        Planning = "planning",
        /// Speaking up for a cause.
        Advocacy = "advocacy",
        /// Something that is to be delivered.
        Deliverable = "deliverable",
        /// The running of the project itself.
        Management = "management",
    }
}

codes! {
    /// How high a goal stands. Output, outcome and impact are the levels of a results framework (IATI: results).
    pub open enum GoalLevel "goal level" {
        /// What something is there for.
        Purpose = "purpose",
        /// The main objective.
        MainObjective = "main objective",
        /// A general goal.
        General = "general",
        /// An objective: what is to be reached.
        Objective = "objective",
        /// What someone puts at the centre.
        Focus = "focus",
        /// What an activity brings forth at once.
        Output = "output",
        /// The change that outputs lead to.
        Outcome = "outcome",
        /// The lasting effect in the world.
        Impact = "impact",
    }
}

codes! {
    /// What an indicator measures in (IATI: indicator measure).
    pub open enum IndicatorMeasure "indicator measure" {
        /// Units of something.
        Unit = "unit",
        /// Per cent.
        Percentage = "percentage",
        /// Categories without an order, or yes and no.
        Nominal = "nominal",
        /// Categories in an order.
        Ordinal = "ordinal",
        /// Words.
        Qualitative = "qualitative",
    }
}

codes! {
    /// What kind of policy instrument it is. 'Policy instrument' and 'action plan' are Interreg's words.
    pub open enum InstrumentKind "policy instrument kind" {
        /// A policy instrument, without a narrower kind.
        PolicyInstrument = "policy instrument",
        /// A strategy.
        Strategy = "strategy",
        /// A plan of what is to be done.
        ActionPlan = "action plan",
        /// An operational programme of the structural funds.
        OperationalProgramme = "operational programme",
        /// A law or regulation.
        Law = "law",
        /// A scheme by which money or help is given out.
        Scheme = "scheme",
        /// An agreement between parties.
        Agreement = "agreement",
    }
}

codes! {
    /// What kind of money it is.
    pub open enum FundingKind "funding kind" {
        /// Given, and not paid back.
        Grant = "grant",
        /// Lent, and paid back.
        Loan = "loan",
        /// A guarantee for someone else's loan.
        Guarantee = "guarantee",
        /// A share in an enterprise.
        Equity = "equity",
        /// Paid for something delivered.
        Contract = "contract",
        /// A partner's own money.
        OwnContribution = "own contribution",
        /// Work, rooms or things in place of money.
        InKind = "in kind",
        /// A gift.
        Donation = "donation",
        /// Paid by members.
        MembershipFee = "membership fee",
    }
}

codes! {
    /// How far the money has come.
    pub open enum FundingStatus "funding status" {
        /// Asked for.
        Requested = "requested",
        /// Meant to be given.
        Planned = "planned",
        /// Promised (360Giving: awarded; IATI: commitment).
        Committed = "committed",
        /// Paid out (IATI: disbursement).
        Disbursed = "disbursed",
    }
}

codes! {
    /// What stands behind a link.
    pub open enum LinkRel "link relation" {
        /// The home page of the record.
        Homepage = "homepage",
        /// A map.
        Map = "map",
        /// A document, such as a report or a contract.
        Document = "document",
        /// News.
        News = "news",
        /// A page in a social network.
        Social = "social",
        /// A picture or logo.
        Image = "image",
        /// Data.
        Data = "data",
        /// The page in a register.
        Register = "register",
    }
}

codes! {
    /// Whether a source says so or it follows from what it says. Absent means stated.
    pub closed enum Basis "basis" {
        /// It follows from what the source says, for a reason that is given.
        Implied = "implied",
    }
}

codes! {
    /// How sure it is that two records are of one body.
    pub closed enum SameAsBasis "same-as basis" {
        /// A source says so.
        Stated = "stated",
        /// It follows from what a source says.
        Implied = "implied",
        /// The sources leave it open.
        Open = "open",
    }
}

codes! {
    /// How a source means what it says. Absent means asserted: it says that it is so.
    pub closed enum Modality "modality" {
        /// It will be so.
        Planned = "planned",
        /// It is meant to be so, or to have this effect.
        Intended = "intended",
        /// Somebody sees it so, named or not.
        Attributed = "attributed",
    }
}

codes! {
    /// How responsibility is borne.
    pub closed enum Sharing "sharing" {
        /// By several together.
        Shared = "shared",
        /// By one.
        Single = "single",
    }
}
