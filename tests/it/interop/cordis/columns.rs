//! Columns of the tables, and the members that they become.

use super::{converted, csv, read, told};
use cooperation::interop::MisfitKind;
use cooperation::interop::cordis::Table;
use cooperation::{
    Dataset, Link, Organization, Project, Rules,
    codes::{GoalLevel, LegalStatus, LinkRel, OrganizationKind, ParticipationRole, Status},
    model::Classification,
};
use serde_json::{Value, json};

fn project(columns: &[&str], cells: &[&str]) -> (Dataset, Vec<String>) {
    let rows = csv(&[&[&["id", "title"], columns].concat(), &[&["1", "One"], cells].concat()]);
    let read = read(&[(Table::Project, &rows)]).unwrap();
    (read.value, told(&read.misfits))
}

/// The records of one participant of a running project.
fn part(columns: &[&str], cells: &[&str]) -> (Dataset, Vec<String>) {
    let read = converted(
        &[&["id", "title", "status"], &["1", "One", "SIGNED"]],
        &[
            &[&["projectID", "organisationID", "name"], columns].concat(),
            &[&["1", "10", "First"], cells].concat(),
        ],
    );
    (read.value, told(&read.misfits))
}

fn only(dataset: &Dataset) -> &Project {
    let [project] = &dataset.projects[..] else { panic!("{:?}", dataset.projects) };
    project
}

fn organization(dataset: &Dataset) -> &Organization {
    let [organization] = &dataset.organizations[..] else { panic!("{:?}", dataset.organizations) };
    organization
}

fn as_json(value: &impl serde::Serialize) -> Value {
    serde_json::to_value(value).unwrap()
}

fn code(code: &Classification) -> (&str, &str, &str) {
    let label =
        |label: &Option<cooperation::Label>| label.as_ref().map_or("", |label| label.as_str()).to_owned();
    let (scheme, word) = (label(&code.scheme), label(&code.code));
    let title = code.title.as_ref().and_then(|title| title.get("en")).unwrap_or_default();
    (scheme.leak(), word.leak(), title)
}

#[test]
fn a_project_has_its_identifiers_dates_and_objective() {
    let (dataset, told) = project(
        &["acronym", "status", "startDate", "endDate", "objective", "contentUpdateDate", "rcn", "grantDoi"],
        &[
            "ACR",
            "TERMINATED",
            "2020-01-01",
            "",
            "\"Why\" \u{a0}we do it",
            "2024-05-06 07:08:09",
            "77",
            "10.3030/1",
        ],
    );
    assert_eq!(told, [""; 0]);
    assert_eq!(
        as_json(only(&dataset)),
        json!({
            "id": "1", "title": {"en": "One"}, "acronym": "ACR", "status": "cancelled", "period": {"start": "2020-01-01"},
            "links": [{"url": "https://doi.org/10.3030/1", "rel": "register"}],
            "identifiers": [
                {"scheme": "CORDIS", "value": "1"}, {"scheme": "CORDIS RCN", "value": "77"}, {"scheme": "DOI", "value": "10.3030/1"}
            ],
            "modified": "2024-05-06"
        })
    );
    assert_eq!(dataset.goals[0].level, GoalLevel::Objective);
    assert_eq!(dataset.goals[0].statement.get("en"), Some("\"Why\" \u{a0}we do it"));
}

#[test]
fn every_status_of_the_framework_programmes_is_known() {
    for (word, status) in [
        ("SIGNED", Status::Ongoing),
        ("ONG", Status::Ongoing),
        ("CLOSED", Status::Completed),
        ("TERMINATED", Status::Cancelled),
    ] {
        assert_eq!(only(&project(&["status"], &[word]).0).status, Some(status));
    }
    let (dataset, told) = project(&["status"], &["PAUSED"]);
    assert_eq!(only(&dataset).status, None);
    assert_eq!(
        told,
        ["project/status (line 2): \"PAUSED\" was not read: the status is not known; kept in extensions"]
    );
}

#[test]
fn calls_are_parts_of_their_framework_programme() {
    let rows = csv(&[
        &["id", "title", "frameworkProgramme", "masterCall", "subCall"],
        &["1", "One", "H2020", "M", "S"],
        &["2", "Two", "H2020", "T", "T"],
        &["3", "Three", "FP7", "", ""],
        &["4", "Four", "H2020", "", "S"],
        &["5", "Five", "CIP", "M x", ""],
    ]);
    let read = read(&[(Table::Project, &rows)]).unwrap();
    let programmes: Vec<_> = read
        .value
        .programmes
        .iter()
        .map(|one| {
            let above = one.part_of.as_ref().map_or("", |id| id.as_str());
            (one.id.as_str(), one.name.best(&["en"]), one.kind.as_ref().unwrap().as_str(), above)
        })
        .collect();
    assert_eq!(
        programmes,
        [
            ("H2020", "Horizon 2020", "research", ""),
            ("M", "M", "call", "H2020"),
            ("S", "S", "call", "M"),
            ("T", "T", "call", "H2020"),
            ("FP7", "Seventh Framework Programme", "research", ""),
            ("CIP", "CIP", "research", ""),
            ("m-x", "M x", "call", "CIP"),
        ]
    );
    let lowest: Vec<_> = read.value.projects.iter().map(|one| one.programmes[0].as_str()).collect();
    assert_eq!(lowest, ["S", "T", "FP7", "S", "m-x"]);
    assert_eq!(
        told(&read.misfits),
        ["project/subCall (line 5): another row has this call in another programme: the first is kept"]
    );
}

#[test]
fn tables_beside_the_projects_add_codes_titles_and_links() {
    let projects = csv(&[
        &["id", "title", "topics", "legalBasis", "fundingScheme", "nature", "keywords"],
        &["1", "One", "T1;T2", "H.1", "RIA", "crisisResponse", "ice, sea; "],
    ]);
    let tables = [
        (
            Table::Topics,
            csv(&[&["projectID", "topic", "title"], &["1", "T1", "Topic one"], &["2", "T9", "None"]]),
        ),
        (
            Table::LegalBasis,
            csv(&[
                &["projectID", "legalBasis", "title", "uniqueProgrammePart"],
                &["1", "H.1", "\"Basis one\"", ""],
                &["1", "H.2", "Basis two", "true"],
            ]),
        ),
        (
            Table::EuroSciVoc,
            csv(&[
                &["projectID", "euroSciVocCode", "euroSciVocPath", "euroSciVocTitle"],
                &["1", "/25/61", "/engineering/civil", "civil"],
            ]),
        ),
        (Table::PolicyPriorities, csv(&[&["projectID", "ai", "climate", "cleanAir"], &["1", "0", "40", ""]])),
        (
            Table::WebLink,
            csv(&[
                &["physUrl", "id", "availableLanguages", "status", "type", "projectID"],
                &["https://example.org/a", "9", "en,DE", "valid", "relatedWebsite", "1"],
                &["https://example.org/b", "", "", "invalid", "relatedVideo", "1"],
            ]),
        ),
        (
            Table::WebItem,
            csv(&[
                &["language", "uri", "title", "projectID"],
                &["en", "example.org/p.png", "A picture", "1"],
            ]),
        ),
        (
            Table::ReportSummaries,
            csv(&[
                &["id", "title", "projectID", "attachment", "contentUpdateDate"],
                &["5", "First report", "1", "", "2021-02-03 00:00:00"],
            ]),
        ),
    ];
    let mut all = vec![(Table::Project, projects.as_str())];
    all.extend(tables.iter().map(|(table, text)| (*table, text.as_str())));
    let read = read(&all).unwrap();
    let project = only(&read.value);
    assert_eq!(
        project.classifications.iter().map(code).collect::<Vec<_>>(),
        [
            ("CORDIS legal basis", "H.2", "Basis two"),
            ("CORDIS legal basis", "H.1", "Basis one"),
            ("CORDIS topic", "T1", "Topic one"),
            ("CORDIS topic", "T2", ""),
            ("CORDIS funding scheme", "RIA", ""),
            ("CORDIS nature", "crisisResponse", ""),
            ("EuroSciVoc", "/25/61", "civil"),
            ("EU policy priority", "ai", ""),
            ("EU policy priority", "climate", ""),
            ("", "", "ice"),
            ("", "", "sea"),
        ]
    );
    let priorities = project
        .classifications
        .iter()
        .filter_map(|code| Some((code.applies(), code.significance.as_ref()?.as_str())));
    assert_eq!(priorities.collect::<Vec<_>>(), [(false, "0"), (true, "40")]);
    assert_eq!(
        as_json(&project.links),
        json!([
            {"url": "https://example.org/a", "rel": "homepage", "languages": ["en", "de"]},
            {"url": "https://example.org/b", "rel": "video", "description": {"und": "invalid"}},
            {"url": "http://example.org/p.png", "title": {"en": "A picture"}, "rel": "image", "languages": ["en"]},
            {"title": {"en": "First report"}, "rel": "document", "published": "2021-02-03"},
        ])
    );
    assert_eq!(
        project.extensions.get("eu.europa.cordis"),
        Some(r#"{"euroSciVocPath":{"/25/61":"/engineering/civil"},"uniqueProgrammePart":"H.2"}"#)
    );
    assert_eq!(
        told(&read.misfits),
        [
            "webLink/id (line 2): links have no member for this column: left out",
            "webItem/uri (line 2): the address has no scheme: http:// was added",
            "reportSummaries/id (line 2): links have no member for this column: left out",
            "project: a project of other tables is not in this table: left out",
        ]
    );
}

#[test]
fn an_organization_has_its_numbers_address_and_place() {
    let (dataset, told) = part(
        &[
            "vatNumber",
            "shortName",
            "activityType",
            "street",
            "postCode",
            "city",
            "country",
            "nutsCode",
            "geolocation",
            "rcn",
            "organizationURL",
        ],
        &[
            "EL1",
            "FI",
            "PRC",
            "Odos 1",
            "00912",
            "Athina",
            "EL",
            "EL303",
            "37.9838,-23.7275000000000001",
            "5",
            "www.a.gr / https://b.gr; c.gr",
        ],
    );
    let mut found = as_json(organization(&dataset));
    let links = found.as_object_mut().unwrap().remove("links").unwrap();
    assert_eq!(
        found,
        json!({
            "id": "10", "name": {"und": "First"}, "acronym": "FI", "kind": "enterprise", "legal_status": "private", "place": "EL303",
            "address": {
                "street": "Odos 1", "postal_code": "00912", "locality": "Athina", "country": "GR",
                "point": {"latitude": "37.9838", "longitude": "-23.7275000000000001"}
            },
            "identifiers": [
                {"scheme": "EU-PIC", "value": "10"}, {"scheme": "VAT", "value": "EL1"}, {"scheme": "CORDIS RCN", "value": "5"}
            ]
        })
    );
    let links: Vec<Link> = serde_json::from_value(links).unwrap();
    assert!(links.iter().all(|link| link.rel == Some(LinkRel::Homepage)));
    assert_eq!(
        links.iter().map(|link| link.url.as_ref().unwrap().as_str()).collect::<Vec<_>>(),
        ["http://www.a.gr", "https://b.gr", "http://c.gr"]
    );
    assert_eq!(
        as_json(&dataset.places),
        json!([
            {"id": "GR", "name": {"und": "GR"}, "kind": "country", "country": "GR"},
            {"id": "EL303", "name": {"und": "EL303"}, "kind": "region", "country": "GR", "nuts": "EL303", "part_of": "GR"},
        ])
    );
    assert_eq!(
        told,
        ["organization/organizationURL (line 2): the address has no scheme: http:// was added (2 places)"]
    );
}

#[test]
fn types_of_organizations_become_kinds() {
    for (word, kind, legal_status) in [
        ("HES", Some(OrganizationKind::Academic), None),
        ("REC", Some(OrganizationKind::ResearchOrganization), None),
        ("PRC;PRC", Some(OrganizationKind::Enterprise), Some(LegalStatus::Private)),
        ("PUB", Some(OrganizationKind::PublicBody), Some(LegalStatus::Public)),
    ] {
        let (dataset, _) = part(&["activityType"], &[word]);
        let organization = organization(&dataset);
        assert_eq!((&organization.kind, &organization.legal_status), (&kind, &legal_status));
        assert!(organization.classifications.is_empty());
    }
    let (dataset, _) = part(&["activityType"], &["OTH"]);
    assert_eq!(code(&organization(&dataset).classifications[0]), ("CORDIS activity type", "OTH", ""));
    let (dataset, told) = part(&["activityType", "country"], &["PRC;HES", "FI;SE"]);
    assert_eq!(organization(&dataset).kind, None);
    assert_eq!(organization(&dataset).place, None);
    assert_eq!(told.len(), 2, "{told:?}");
    assert_eq!(
        organization(&dataset).extensions.get("eu.europa.cordis.unread"),
        Some(r#"{"activityType":"PRC;HES","country":"FI;SE"}"#)
    );
}

#[test]
fn roles_and_states_of_participations_are_read() {
    for (word, role) in [
        ("coordinator", ParticipationRole::LeadPartner),
        ("participant", ParticipationRole::Partner),
        ("thirdParty", ParticipationRole::ThirdParty),
        ("partner", ParticipationRole::AssociatedPartner),
        ("associatedPartner", ParticipationRole::AssociatedPartner),
        ("internationalPartner", ParticipationRole::AssociatedPartner),
    ] {
        let (dataset, _) = part(&["role"], &[word]);
        assert_eq!(dataset.participations[0].role, Some(role));
        let classified = word == "internationalPartner";
        assert_eq!(dataset.participations[0].classifications.is_empty(), !classified, "{word}");
    }
    for (word, status) in
        [("true", Some(Status::Ended)), ("FALSE", Some(Status::Ongoing)), ("", None), ("maybe", None)]
    {
        let (dataset, told) = part(&["endOfParticipation"], &[word]);
        assert_eq!(dataset.participations[0].status, status, "{word}");
        assert_eq!(told.is_empty(), word != "maybe");
    }
    // That a participation of a finished project did not end early says nothing of its status today.
    let read = converted(
        &[&["id", "title", "status"], &["1", "One", "CLOSED"]],
        &[&["projectID", "name", "endOfParticipation"], &["1", "First", "false"]],
    );
    assert_eq!(read.value.participations[0].status, None);
    let (dataset, told) = part(
        &["SME", "role", "totalCost", "contentUpdateDate", "projectAcronym", "active", "contactForm"],
        &["true", "boss", "1,5", "2020-01-02", "OTHER", "false", "https://example.org/"],
    );
    assert_eq!(
        as_json(&dataset.participations[0]),
        json!({
            "id": "1/10", "party": {"organization": "10"}, "project": "1", "budget": {"amount": "1.5", "currency": "EUR"},
            "classifications": [{"scheme": "EU SME", "code": "true"}], "modified": "2020-01-02",
            "extensions": {"eu.europa.cordis": {"active": "false"}, "eu.europa.cordis.unread": {"role": "boss"}}
        })
    );
    assert_eq!(told.len(), 4, "{told:#?}");
}

#[test]
fn rows_of_one_organization_are_known_by_its_number_else_by_name_and_country() {
    let read = converted(
        &[&["id", "title"], &["1", "One"], &["2", "Two"]],
        &[
            &["projectID", "organisationID", "vatNumber", "name", "country"],
            &["1", "10", "", "Polar Institute", "NO"],
            &["2", "10", "", "POLAR INST.", "NO"],
            &["1", "11", "", "Polar Institute", "NO"],
            &["1", "", "", "No \u{a0}Number", "SE"],
            &["2", "", "", "no number", "SE"],
            &["2", "", "", "No Number", "FI"],
            &["2", "", "SE5", "Taxed", "SE"],
            &["2", "10", "", "Polar Institute", "NO"],
        ],
    );
    let names: Vec<_> =
        read.value.organizations.iter().map(|one| (one.id.as_str(), one.name.get("und").unwrap())).collect();
    assert_eq!(
        names,
        [
            ("10", "Polar Institute"),
            ("11", "Polar Institute"),
            ("no-number-se", "No \u{a0}Number"),
            ("no-number-fi", "No Number"),
            ("SE5", "Taxed"),
        ]
    );
    assert_eq!(as_json(&read.value.organizations[0].other_names), json!([{"name": {"und": "POLAR INST."}}]));
    let ids: Vec<_> = read.value.participations.iter().map(|part| part.id.as_str()).collect();
    assert_eq!(
        ids,
        ["1/10", "2/10", "1/11", "1/no-number-se", "2/no-number-se", "2/no-number-fi", "2/SE5", "2/10-2"]
    );
    assert_eq!(told(&read.misfits), [
        "organization/name (line 3): 10 is named \"POLAR INST.\" here and \"Polar Institute\" before: both names are kept",
        "organization/name (line 6): no-number-se is named \"no number\" here and \"No \\u{a0}Number\" before: both names are kept",
    ].map(|line| line.replace("\\u{a0}", "\u{a0}")));
}

#[test]
fn rows_without_a_project_or_an_organization_are_told() {
    let projects = csv(&[&["id", "title"], &["", "Nameless"], &["1", ""], &["1", "Twice"]]);
    let parts =
        csv(&[&["projectID", "organisationID", "name"], &["", "10", "A"], &["1", "", ""], &["9", "11", "B"]]);
    let read = read(&[(Table::Project, &projects), (Table::Organization, &parts)]).unwrap();
    assert_eq!(read.value.projects.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(), ["1", "1-2"]);
    assert_eq!(read.value.projects[0].title.get("und"), Some("1"));
    assert_eq!(read.value.participations.iter().map(|one| one.project.as_str()).collect::<Vec<_>>(), ["9"]);
    let unread: Vec<_> = read
        .misfits
        .iter()
        .filter(|misfit| misfit.kind == MisfitKind::Unread)
        .map(|misfit| (misfit.place.as_str(), misfit.line))
        .collect();
    assert_eq!(
        unread,
        [("project/id", Some(2)), ("organization/projectID", Some(2)), ("organization/name", Some(3))]
    );
}

#[test]
fn cells_that_cannot_be_read_are_kept_as_they_were() {
    let (dataset, told) = project(
        &["endDate", "totalCost", "ecMaxContribution", "own"],
        &["2027-02-31", "1.234.567", "12 EUR", "mine"],
    );
    let project = only(&dataset);
    assert_eq!(
        project.extensions.get("eu.europa.cordis.unread"),
        Some(r#"{"ecMaxContribution":"12 EUR","endDate":"2027-02-31","totalCost":"1.234.567"}"#)
    );
    assert_eq!(project.extensions.get("eu.europa.cordis"), Some(r#"{"own":"mine"}"#));
    assert_eq!((&project.period, &project.budget, dataset.funding.len()), (&None, &None, 0));
    let report = Rules::default().check(&dataset);
    let found = report.findings().iter().find(|finding| finding.rule == "value-kept-unread").unwrap();
    assert_eq!(found.pointer, "/projects/0/extensions/eu.europa.cordis.unread");
    let message =
        "3 values of the source could not be read: \"ecMaxContribution\", \"endDate\", \"totalCost\"";
    assert_eq!((found.message.as_str(), found.severity), (message, cooperation::Severity::Warning));
    assert_eq!(told.len(), 4, "{told:#?}");
    let (dataset, told) =
        part(&["geolocation", "organizationURL", "nutsCode"], &["here", "http:www.x.org", "n/a/x"]);
    assert_eq!(
        organization(&dataset).extensions.get("eu.europa.cordis.unread"),
        Some(r#"{"geolocation":"here","nutsCode":"n/a/x","organizationURL":"http:www.x.org"}"#)
    );
    assert_eq!(told.len(), 3);
}
