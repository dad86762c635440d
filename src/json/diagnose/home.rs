use super::wording::names;
use crate::reflect::{Shape, same_letters};

/// Where the format keeps what people record under another member name: English words, the names of 360Giving, IATI,
/// OC4IDS, Popolo, CORDIS and schema.org, and names of drafts of this format.
#[derive(Debug)]
pub(super) struct Home {
    /// The objects in which the names are used; empty for every object that has the member.
    of: &'static [&'static str],
    /// The names, regardless of case and of what joins their parts.
    names: &'static [&'static str],
    /// The member of the same object in which the data belongs; empty if it belongs in another record.
    pub member: &'static str,
    /// What to do, as one imperative sentence.
    pub help: &'static str,
    /// Whether the member holds exactly what the names are used for, so that only the name changes.
    pub is_same: bool,
}

impl Home {
    /// Returns the home of what an object calls by a name that the format does not have.
    pub(super) fn find(owner: &str, shape: &Shape, name: &str) -> Option<&'static Self> {
        if names(shape).any(|member| same_letters(member, name)) {
            return None;
        }
        HOMES.iter().find(|home| {
            (home.of.is_empty() || home.of.contains(&owner))
                && (home.member.is_empty() || names(shape).any(|member| member == home.member))
                && home.names.iter().any(|known| same_letters(known, name))
        })
    }
}

const fn anywhere(member: &'static str, names: &'static [&'static str], help: &'static str) -> Home {
    Home { of: &[], names, member, help, is_same: false }
}

const fn inside(
    of: &'static [&'static str],
    member: &'static str,
    names: &'static [&'static str],
    help: &'static str,
) -> Home {
    Home { of, names, member, help, is_same: false }
}

/// Other names for a member that hold the same.
const fn renamed(
    of: &'static [&'static str],
    member: &'static str,
    names: &'static [&'static str],
    help: &'static str,
) -> Home {
    Home { of, names, member, help, is_same: true }
}

const fn elsewhere(of: &'static [&'static str], names: &'static [&'static str], help: &'static str) -> Home {
    Home { of, names, member: "", help, is_same: false }
}

const BODIES: &[&str] = &["Organization", "Network"];
const FUNDED: &[&str] = &["Project", "Programme", "Organization", "Network", "Cooperation", "Activity"];
const SUBJECTS: &[&str] =
    &["Project", "Programme", "Organization", "Network", "Cooperation", "PolicyInstrument"];

/// The homes, the more special before the more general.
#[rustfmt::skip]
const HOMES: &[Home] = &[
    // What is a record of its own.
    elsewhere(&["Project"], &["partners", "partner", "participants", "participant", "participations", "participation", "consortium", "partnership", "lead", "lead partner", "coordinator", "participating org", "participating organisations", "participating organizations", "organizations", "organisations", "organization", "organisation", "members", "parties", "beneficiaries"],
        "record each partner in `participations`, with the id of this project as `project`"),
    elsewhere(FUNDED, &["funder", "funders", "funding", "grant", "grants", "donor", "donors", "funded by", "funding organization", "funding organisation", "sponsor", "sponsors", "transactions", "eu contribution", "ec contribution", "ec max contribution", "erdf", "cofinancing", "amount awarded"],
        "record the money in `funding`, and name this record in its `of`"),
    elsewhere(&["Project"], &["policy instruments", "policy instrument", "policies", "policy"],
        "record each policy instrument in `policy_instruments`, and name it in `about`"),
    inside(&["Project"], "counts", &["policy instrument count", "participant count", "sme count", "jobs", "jobs created", "number of participants"],
        "write the number in `counts`: [{\"what\": {\"en\": \"policy instruments\"}, \"number\": 8}]"),
    inside(&["Activity"], "serves", &["goal", "goals", "objective", "objectives", "contributes to"],
        "list the ids of the goals in `serves`"),
    elsewhere(SUBJECTS, &["goals", "goal", "objective", "objectives", "aim", "aims", "purpose", "results", "expected results", "outputs", "outcomes", "impact", "impacts", "targets", "indicators"],
        "record each goal in `goals`, and name this record in its `of`"),
    elsewhere(SUBJECTS, &["activities", "activity", "work packages", "tasks", "events", "meetings", "deliverables", "actions"],
        "record each activity in `activities`, and name this record in its `of`"),
    elsewhere(SUBJECTS, &["barriers", "barrier", "challenges", "obstacles"],
        "record each barrier in `barriers`, and name this record in its `of`"),
    elsewhere(BODIES, &["members", "memberships", "membership", "member of", "networks", "board"],
        "record each membership in `memberships`, with `member` and `body`"),
    elsewhere(BODIES, &["projects", "project", "participations", "role in project"],
        "record each project in `projects`, and the part in it in `participations`"),
    elsewhere(BODIES, &["partners", "partner", "cooperations", "partnerships", "cooperates with"],
        "record each cooperation in `cooperations`, with the parties in `parties`"),
    elsewhere(&["Programme"], &["projects", "project"],
        "record each project in `projects`, with the id of this programme in its `programmes`"),
    elsewhere(&["Project", "Funding"], &["fund", "funds", "funding source"],
        "name the fund in `funds` of the programme that pays"),
    // The dataset.
    renamed(&["Dataset"], "participations", &["partners", "participants", "partnerships", "consortium", "partner"],
        "record each partner in `organizations`, and its part in a project in `participations`"),
    renamed(&["Dataset"], "funding", &["grants", "grant", "fundings", "donations", "transactions", "payments", "awards", "budgets"],
        "record each payment or grant in `funding`, and a budget in `budget` of its record"),
    inside(&["Dataset"], "organizations", &["funders", "donors", "companies", "institutions", "parties", "recipients"],
        "record each body in `organizations`"),
    renamed(&["Dataset"], "goals", &["objectives", "results", "targets", "indicators", "outcomes", "outputs"],
        "record each goal in `goals`, with its `indicators`"),
    renamed(&["Dataset"], "memberships", &["members", "member"], "record each membership in `memberships`"),
    renamed(&["Dataset"], "policy_instruments", &["policies", "strategies", "instruments", "laws"],
        "record each in `policy_instruments`"),
    renamed(&["Dataset"], "sources", &["documents", "references", "citations", "bibliography", "evidence"],
        "record each document in `sources`"),
    renamed(&["Dataset"], "places", &["locations", "regions", "countries", "cities", "municipalities"],
        "record each place in `places`"),
    renamed(&["Dataset"], "activities", &["events", "meetings", "work packages"], "record each in `activities`"),
    renamed(&["Dataset", "Header"], "version", &["schema version", "format version", "spec version"],
        "write the version of the format in `version`: \"1.0\""),
    inside(&["Dataset", "Header"], "issued", &["date", "created", "published", "release date", "publication date", "published date"],
        "write the date of publication in `issued`"),
    inside(&["Dataset", "Header"], "publisher", &["author", "creator", "provider", "owner"],
        "name the publisher of the dataset in `publisher`, by language"),
    // The parts of one record.
    renamed(&["Participation"], "party", &["organization", "organisation", "partner", "network", "group", "participant", "member", "org", "beneficiary"],
        "name the partner in `party`, such as {\"organization\": \"agder\"}"),
    inside(&["Participation"], "budget", &["amount", "contribution", "eu contribution", "ec contribution", "total cost", "cost", "net ec contribution"],
        "write the partner's budget in `budget`, and money from a funder in `funding`"),
    inside(&["Participation"], "role", &["type", "kind", "partner type", "participant type"], "write the role in `role`, such as \"partner\""),
    inside(&["Participation"], "place", &["country", "location", "region", "city", "places"],
        "write the id of a record in `places` as `place`"),
    renamed(&["Membership"], "member", &["organization", "organisation", "party", "person", "member id"],
        "name the member in `member`, such as {\"organization\": \"agder\"}"),
    renamed(&["Membership"], "body", &["network", "in", "of", "organization id", "member of"],
        "name the network or organization in `body`, such as {\"network\": \"atm\"}"),
    renamed(&["Membership"], "via", &["on behalf of", "represents"], "name the party in `via`"),
    renamed(&["Cooperation"], "parties", &["partners", "members", "organizations", "organisations", "participants", "signatories", "between"],
        "list the parties in `parties`: [{\"organization\": \"agder\"}, {\"organization\": \"oslo\"}]"),
    renamed(&["Funding"], "of", &["project", "activity", "goal", "network", "cooperation", "for", "purpose", "subject", "projects"],
        "name what the money is for in `of`, such as {\"project\": \"blue\"}"),
    renamed(&["Funding"], "funder", &["donor", "payer", "provider", "from", "grantor", "sponsor", "funding organization", "funding organisation", "funding org", "provider org"],
        "name the party that pays in `funder`, such as {\"organization\": \"agder\"}"),
    renamed(&["Funding"], "recipient", &["grantee", "beneficiary", "receiver", "to", "recipient organization", "recipient organisation", "recipient org", "receiver org"],
        "name the party that is paid in `recipient`, such as {\"organization\": \"agder\"}"),
    renamed(&["Funding"], "amount", &["currency", "value", "amount awarded", "grant amount", "sum", "budget", "total"],
        "write the amount and its currency in `amount`: {\"amount\": \"100\", \"currency\": \"EUR\"}"),
    renamed(&["Funding"], "share", &["percentage", "percent", "rate", "per cent", "cofinancing rate"],
        "write the share in per cent in `share`, such as \"80\""),
    inside(&["Funding"], "date", &["award date", "transaction date", "payment date", "paid", "year"],
        "write the date in `date`"),
    renamed(&["Funding"], "planned", &["planned dates", "planned date"], "write the planned dates in `planned`"),
    renamed(&["Activity"], "of", &["project", "programme", "network", "projects"],
        "name what the activity belongs to in a list in `of`: [{\"project\": \"blue\"}]"),
    renamed(&["Activity"], "actors", &["participants", "partners", "organizers", "organisers", "organizer", "responsible", "organizations", "participating org"],
        "list the parties in `actors`"),
    renamed(&["Goal"], "of", &["project", "programme", "network", "organization", "projects"],
        "name what the goal belongs to in a list in `of`: [{\"project\": \"blue\"}]"),
    inside(&["Goal"], "level", &["type", "kind", "result type"], "write the level in `level`, such as \"output\""),
    renamed(&["Goal"], "serves", &["parent", "parent goal", "part of", "contributes to"], "list the ids of the higher goals in `serves`"),
    renamed(&["Goal"], "holders", &["owner", "owners", "responsible"], "list the parties in `holders`"),
    inside(&["Goal"], "indicators", &["baseline", "target", "targets", "actuals", "measure", "results", "kpi", "kpis", "unit"],
        "write the measure in `indicators`, with its `baselines`, `targets` and `actuals`"),
    renamed(&["Goal"], "due", &["deadline", "target date", "due date", "end", "end date", "by"], "write the date in `due`"),
    renamed(&["Goal", "Barrier"], "statement", &["text", "goal", "objective", "label", "barrier"], "write the text in `statement`, by language"),
    renamed(&["Barrier"], "of", &["project", "network", "programme", "goal"], "name what is hindered in a list in `of`: [{\"project\": \"blue\"}]"),
    renamed(&["PolicyInstrument"], "responsible", &["responsibility", "owner", "authority", "managing authority"],
        "list the parties in `responsible`"),
    renamed(&["PolicyInstrument"], "developed_by", &["author", "authors", "developer", "developers"], "list the parties in `developed_by`"),
    renamed(&["Programme"], "managed_by", &["managing authority", "manager", "authority"], "list the parties in `managed_by`"),
    renamed(&["Group"], "count", &["size", "number", "member count", "members count"], "write the number in `count`"),
    renamed(&["Group"], "examples", &["members", "organizations", "parties"], "list the known ones in `examples`"),
    renamed(&["Source"], "published", &["date", "year", "publication date", "date published", "issued"], "write the date in `published`"),
    renamed(&["Source"], "retrieved", &["accessed", "access date", "last accessed", "read"], "write the date in `retrieved`"),
    renamed(&["Source"], "url", &["uri", "href", "link", "website", "web address", "doi"], "write the address in `url`"),
    renamed(&["Source"], "languages", &["lang"], "list the languages in `languages`: [\"en\"]"),
    renamed(&["Place"], "point", &["coordinates", "latitude", "longitude", "lat", "lon", "lng", "geo", "location", "position"],
        "write the coordinates in `point`: {\"latitude\": \"58.46\", \"longitude\": \"8.77\"}"),
    inside(&["Place"], "part_of", &["parent", "region", "inside", "contained in place", "within"], "write the id of the larger place in `part_of`"),
    inside(&["Place"], "nuts", &["code", "region code"], "write a NUTS code in `nuts`, and any other code in `identifiers`"),
    renamed(&["Address"], "locality", &["city", "town", "municipality", "address locality"], "write the town in `locality`"),
    renamed(&["Address"], "postal_code", &["postcode", "post code", "zip", "zip code"], "write the code in `postal_code`"),
    renamed(&["Address"], "street", &["street address", "address", "address line", "line 1"], "write the street in `street`"),
    renamed(&["Address"], "country", &["country code", "address country", "country name"], "write the two-letter code of the country in `country`"),
    renamed(&["Address"], "point", &["coordinates", "latitude", "longitude", "lat", "lon", "lng", "geo", "geolocation"],
        "write the coordinates in `point`: {\"latitude\": \"58.46\", \"longitude\": \"8.77\"}"),
    renamed(&["Point"], "latitude", &["lat", "y"], "call the member `latitude`"),
    renamed(&["Point"], "longitude", &["lon", "lng", "long", "x"], "call the member `longitude`"),
    renamed(&["Period"], "start", &["from", "begin", "since", "start date", "first"], "write the first day in `start`"),
    inside(&["Period"], "start", &["after"], "write the first day in `start`"),
    renamed(&["Period"], "end", &["to", "until", "finish", "end date", "last", "through"], "write the last day in `end`"),
    renamed(&["Period"], "stated_duration", &["duration", "length", "months", "years"], "write the duration in `stated_duration`, such as \"P2Y\""),
    elsewhere(&["Period"], &["open ended", "is open", "current"], "remove the member and leave `end` out"),
    renamed(&["Money"], "amount", &["value", "sum", "number", "total"], "write the number in `amount`, in quotation marks"),
    renamed(&["Money"], "currency", &["unit", "code"], "write the three-letter code in `currency`"),
    renamed(&["Budget"], "amount", &["currency", "value", "budget", "total"],
        "write the amount and its currency in `amount`: {\"amount\": \"100\", \"currency\": \"EUR\"}"),
    renamed(&["Link"], "url", &["href", "uri", "link", "address"], "write the address in `url`"),
    renamed(&["Link"], "media_type", &["type", "format", "mime", "mime type"], "write the media type in `media_type`, such as \"application/pdf\""),
    renamed(&["Link"], "title", &["label", "text"], "write the text in `title`, by language"),
    renamed(&["Link"], "published", &["date", "year"], "write the date in `published`"),
    renamed(&["Identifier"], "scheme", &["type", "system", "register", "kind", "property id"], "name the register in `scheme`"),
    renamed(&["Identifier"], "value", &["id", "code", "number", "identifier"], "write the identifier in `value`"),
    inside(&["Classification"], "significance", &["importance", "weight", "level"], "write it in `significance`"),
    renamed(&["Classification"], "scheme", &["vocabulary", "system", "list"], "name the code list in `scheme`"),
    renamed(&["Classification"], "share", &["percentage", "percent"], "write the share in per cent in `share`, such as \"80\""),
    renamed(&["Classification"], "title", &["label", "text", "value"], "write the text in `title`, by language"),
    renamed(&["Classification"], "code", &["id", "notation"], "write the code in `code`"),
    renamed(&["Related"], "to", &["organization", "network", "programme", "project", "policy instrument", "place", "id", "ref", "target"],
        "name the other record in `to`, such as {\"project\": \"blue\"}"),
    renamed(&["Related"], "relation", &["type", "kind", "relationship"], "write the relation in `relation`, such as \"part of\""),
    renamed(&["Count"], "what", &["label", "of", "unit"], "write what is counted in `what`, by language"),
    renamed(&["Count"], "number", &["count", "value", "total", "amount"], "write the number in `number`"),
    renamed(&["Indicator"], "baselines", &["baseline"], "list it in `baselines`: [{\"value\": \"4\"}]"),
    renamed(&["Indicator"], "targets", &["target"], "list it in `targets`: [{\"value\": \"30\"}]"),
    renamed(&["Indicator"], "actuals", &["actual", "value", "values", "results", "achieved"], "list it in `actuals`: [{\"value\": \"12\"}]"),
    inside(&["Indicator"], "measure", &["type", "kind"], "write the measure in `measure`"),
    renamed(&["IndicatorValue"], "value", &["amount", "number", "quantity", "count", "figure"], "write the number in `value`, in quotation marks"),
    renamed(&["IndicatorValue"], "period", &["year", "start", "end"], "write the time in `period`: {\"start\": \"2020\", \"end\": \"2020\"}"),
    inside(&["IndicatorValue"], "place", &["location", "country", "region"], "write the id of a record in `places` as `place`"),
    renamed(&["IndicatorValue"], "dimensions", &["disaggregation", "sex", "gender", "age"], "write it in `dimensions`: [{\"name\": \"sex\", \"value\": \"women\"}]"),
    renamed(&["IndicatorValue"], "comment", &["note", "notes", "description", "remark"], "write it in `comment`, by language"),
    renamed(&["Evidence"], "quote", &["text", "passage", "excerpt", "citation"], "write the passage word for word in `quote`"),
    renamed(&["Evidence"], "locator", &["page", "pages", "section", "chapter", "paragraph"], "write the place in the source in `locator`, such as \"p. 12\""),
    inside(&["Evidence"], "source", &["document", "reference", "ref"], "write the id of a record in `sources` as `source`"),
    renamed(&["Evidence"], "supports", &["fields", "field", "members", "pointer", "pointers"], "list the members in `supports`: [\"/period/start\"]"),
    // What many records have.
    renamed(&[], "period", &["start", "end", "start date", "end date", "begin", "from", "to", "until", "dates", "date", "duration", "year", "years", "activity date", "date start", "date end", "temporal"],
        "write the dates in `period`: {\"start\": \"2016-04\", \"end\": \"2021-03\"}"),
    anywhere("founded", &["start", "start date", "founding date", "foundation", "established", "founding year", "date founded", "incorporated", "date registered"],
        "write the date of foundation in `founded`"),
    anywhere("dissolved", &["end", "end date", "dissolution date", "closed", "date removed"], "write the date of dissolution in `dissolved`"),
    renamed(&[], "links", &["website", "web site", "url", "homepage", "home page", "web", "web page", "web address", "link", "uri", "project url", "document", "documents", "logo", "image", "facebook", "linkedin", "twitter"],
        "write the address in `links`: [{\"url\": \"https://example.org/\"}]"),
    renamed(&[], "links", &["email", "e mail", "mail", "contact email", "email address"],
        "write the mail address in `links`: [{\"url\": \"mailto:post@example.org\"}]"),
    anywhere("kind", &["type", "types", "kinds", "category", "organization type", "organisation type", "activity type", "project type", "org type", "grant type", "transaction type", "instrument type"],
        "write the type as one text in `kind`"),
    anywhere("scope", &["scopes", "activity scope", "level", "reach"], "write the scope as one text in `scope`, such as \"international\""),
    renamed(&[], "classifications", &["theme", "themes", "topic", "topics", "sector", "sectors", "keywords", "keyword", "tags", "tag", "sdg", "sdgs", "policy marker", "policy objective", "euro sci voc", "codes"],
        "list each in `classifications`: [{\"title\": {\"en\": \"energy\"}}]"),
    renamed(&[], "identifiers", &["identifier", "grant id", "grant number", "project number", "project id", "iati identifier", "code", "reference", "rcn", "company number", "charity number", "vat number", "organization number", "organisation number", "orgnr", "doi", "pic", "lei", "ror", "external id"],
        "list it in `identifiers`: [{\"scheme\": \"name of the register\", \"value\": \"the identifier\"}]"),
    anywhere("related", &["same as", "related activity", "related projects", "related project", "successor", "predecessor", "continues", "replaces", "replaced by", "follows"],
        "write it in `related`, with `to` and `relation`"),
    renamed(&[], "part_of", &["parent", "parent id", "parent organization", "parent organisation", "parent programme", "belongs to", "is part of", "department of"],
        "name the larger whole in `part_of`"),
    anywhere("programmes", &["programme", "program", "programme id", "framework programme", "funding programme", "call"],
        "list the ids of the programmes in `programmes`: [\"interreg\"]"),
    anywhere("budget", &["total cost", "cost", "costs", "amount", "value", "total budget", "planned amount", "price", "total", "currency"],
        "write the budget in `budget`: {\"amount\": \"100\", \"currency\": \"EUR\"}"),
    renamed(&[], "partner_count", &["number of partners", "partners count", "no of partners"], "write the number in `partner_count`"),
    renamed(&[], "member_count", &["number of members", "members count", "no of members"], "write the number in `member_count`"),
    anywhere("address", &["country", "city", "town", "region", "street", "postcode", "postal code", "zip", "locality", "location", "latitude", "longitude", "street address", "headquarters"],
        "write it in `address`: {\"locality\": \"Arendal\", \"country\": \"NO\"}"),
    anywhere("places", &["country", "countries", "location", "locations", "region", "regions", "city", "cities", "place", "area", "recipient country", "beneficiary location"],
        "record the place in `places` of the dataset, and list its id in `places`"),
    renamed(&[], "other_names", &["aliases", "alias", "alternate name", "alternate names", "alternative name", "alternative names", "former name", "former names", "previous names", "native name"],
        "list it in `other_names`: [{\"name\": {\"en\": \"Old Name\"}}]"),
    renamed(&[], "acronym", &["short name", "abbreviation", "abbr", "short title"], "write it in `acronym`"),
    anywhere("description", &["summary", "abstract", "notes", "note", "comment", "text", "details", "about", "teaser", "objective"],
        "write the text in `description`, by language"),
    renamed(&[], "modified", &["updated", "last modified", "date modified", "last updated", "updated at", "last updated date time", "content update date"],
        "write the date in `modified`"),
    anywhere("evidence", &["source", "sources", "quote", "quotes", "citation", "citations", "reference url", "proof"],
        "record the document in `sources`, and the passage in `evidence`"),
    anywhere("status", &["state", "activity status", "phase", "stage"], "write the status in `status`, such as \"ongoing\""),
    renamed(&[], "name", &["label", "legal name", "full name", "org name"], "write the name in `name`, by language"),
    renamed(&[], "title", &["label", "project title", "project name", "headline"], "write the title in `title`, by language"),
    renamed(&[], "languages", &["language", "lang"], "list the languages in `languages`: [\"en\"]"),
    renamed(&[], "language", &["lang", "languages", "in language"], "write one language in `language`, such as \"en\""),
    anywhere("license", &["rights", "terms"], "write the license in `license`"),
];

#[cfg(test)]
#[expect(clippy::unwrap_used, clippy::panic, reason = "a test may fail loudly")]
mod tests {
    use super::HOMES;
    use crate::dataset::{Dataset, RecordLine};
    use crate::reflect::{ObjectShape, Shape, Shaped as _, same_letters};
    use crate::values::RecordKind;

    /// Adds the objects of a shape and of all that is in it.
    fn gather(shape: &Shape, all: &mut Vec<&'static ObjectShape>) {
        match shape {
            Shape::List(item) => gather(item, all),
            Shape::Object(object) if !all.iter().any(|known| known.name == object.name) => {
                all.push(object);
                object.members.iter().for_each(|member| gather(&member.shape, all));
            }
            _ => {}
        }
    }

    #[test]
    fn every_home_exists_and_no_name_is_a_member() {
        let mut objects = Vec::new();
        gather(&Dataset::SHAPE, &mut objects);
        gather(RecordLine::shape_of("dataset").unwrap(), &mut objects);
        for kind in RecordKind::ALL {
            gather(RecordLine::shape_of(kind.as_str()).unwrap(), &mut objects);
        }
        let known: Vec<&str> = objects.iter().flat_map(|object| object.names).copied().collect();
        for home in HOMES {
            for of in home.of {
                let object = objects.iter().find(|object| object.name == *of);
                let object = object.unwrap_or_else(|| panic!("there is no object {of}"));
                assert!(home.member.is_empty() || object.names.contains(&home.member), "{of}: {home:?}");
                for name in home.names {
                    let taken = object.names.iter().any(|member| same_letters(member, name));
                    assert!(!taken || home.of.len() > 1, "{of} has the member {name}");
                }
            }
            assert!(home.member.is_empty() || known.contains(&home.member), "{home:?}");
            for quoted in home.help.split('`').skip(1).step_by(2) {
                assert!(known.contains(&quoted), "{quoted}: {home:?}");
            }
        }
    }
}
