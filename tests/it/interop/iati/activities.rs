use super::{activity, read, told};
use cooperation::codes::{
    GoalLevel, OrganizationKind, ParticipationRole, PlaceKind, Relation, Scope, Status,
};

#[test]
fn narratives_keep_their_languages() {
    let read = read(
        "<iati-activity xml:lang=\"EN\"><iati-identifier> A-1 </iati-identifier>
        <title xml:lang=\"fr\"><narrative>Titre</narrative><narrative xml:lang=\"pt-br\">T&#237;tulo &amp; mais</narrative></title>
        <description><narrative>
            General
        </narrative><narrative>Again</narrative><narrative xml:lang=\"klingonese\">tlh</narrative></description>
        <description type=\"4\"><narrative>Other</narrative></description>
        <description type=\"2\"><narrative>Aims</narrative></description>
        <description type=\"3\"><narrative>Farmers</narrative></description></iati-activity>",
    );
    let project = &read.value.projects[0];
    assert_eq!(project.id.as_str(), "A-1");
    assert_eq!(project.title.get("fr"), Some("Titre"));
    assert_eq!(project.title.get("pt-BR"), Some("Título & mais"));
    let description = project.description.as_ref().unwrap();
    assert_eq!(description.get("en"), Some("General\n\nOther"));
    let goal = &read.value.goals[0];
    assert_eq!((goal.level.clone(), goal.statement.get("en")), (GoalLevel::Objective, Some("Aims")));
    assert_eq!(read.value.groups[0].name.get("en"), Some("Farmers"));
    assert_eq!(project.target_groups[..], [read.value.groups[0].id.clone()]);
    let unread: serde_json::Value =
        serde_json::from_str(project.extensions.get("org.iatistandard.unread").unwrap()).unwrap();
    let expected = serde_json::json!({
        "description[1]/narrative[2]": {"#text": "Again"},
        "description[1]/narrative[3]": {"@xml:lang": "klingonese", "#text": "tlh"},
    });
    assert_eq!(unread, expected);
    let second = "unread iati-activity/description/narrative (line 6): second narrative in the same language; \
                  kept in extensions (2 places)";
    assert!(told(&read).iter().any(|told| told == second), "{:#?}", told(&read));
}

#[test]
fn status_dates_and_scope_are_those_of_the_lists() {
    for (code, status) in [
        ("1", Status::Planned),
        ("2", Status::Ongoing),
        ("3", Status::Closing),
        ("4", Status::Completed),
        ("5", Status::Cancelled),
        ("6", Status::Suspended),
    ] {
        let read = activity(&format!("<activity-status code=\"{code}\"/>"));
        assert_eq!(read.value.projects[0].status, Some(status));
    }
    let read = activity(
        "<activity-status code=\"7\"/><activity-date type=\"1\" iso-date=\"2020-01-01\"/>
        <activity-date type=\"2\" iso-date=\"2020-02-01T00:00:00Z\"/><activity-date type=\"3\" iso-date=\"2021-01-01\"/>
        <activity-date type=\"4\" iso-date=\"2021-02-30\"/><activity-date type=\"2\" iso-date=\"2020-01-15\"/>
        <activity-scope code=\"8\"/>",
    );
    let project = &read.value.projects[0];
    assert_eq!(project.status, None);
    let text = |period: &Option<cooperation::Period>| {
        let period = period.as_ref().unwrap();
        [period.start, period.end].map(|date| date.map(|date| date.to_string()).unwrap_or_default())
    };
    assert_eq!(text(&project.planned), ["2020-01-01", "2021-01-01"]);
    assert_eq!(text(&project.period), ["2020-01-15", ""]);
    assert_eq!(project.scope, Some(Scope::Local));
    assert_eq!(project.classifications[0].code.as_ref().unwrap().as_str(), "8");
    let told = told(&read);
    for expected in ["activity-status/@code", "activity-date/@iso-date", "of several dates of one type"] {
        assert!(told.iter().any(|told| told.contains(expected)), "{expected}: {told:#?}");
    }
    assert_eq!(
        project.extensions.get("org.iatistandard.unread").unwrap(),
        "{\"activity-date[4]/@iso-date\":\"2021-02-30\",\"activity-status/@code\":\"7\"}"
    );
    let report = read.value.validate();
    let found = report.findings().iter().find(|found| found.rule == "value-kept-unread").unwrap();
    assert_eq!(
        found.message,
        "2 values of the source could not be read: \"activity-date[4]/@iso-date\", \"activity-status/@code\""
    );
}

#[test]
fn organizations_are_known_again_by_register_or_by_reference_and_name() {
    let read = activity(
        "<participating-org ref=\"GB-CHC-1\" role=\"4\" type=\"22\" activity-id=\"GB-CHC-1-X\"><narrative>Alpha Trust</narrative></participating-org>
        <participating-org ref=\"GB-CHC-1\" role=\"2\"><narrative xml:lang=\"fr\">Alpha</narrative></participating-org>
        <participating-org ref=\"GB-CHC-1\" role=\"3\"><narrative>Bravo</narrative></participating-org>
        <participating-org ref=\"1\" role=\"4\"><narrative>North</narrative></participating-org>
        <participating-org ref=\"1\" role=\"4\"><narrative>South</narrative></participating-org>
        <participating-org ref=\"2\" role=\"4\"/>
        <participating-org ref=\"2\" role=\"2\"><narrative>East</narrative></participating-org>
        <participating-org role=\"4\"><narrative>Nobody  knows</narrative></participating-org>
        <participating-org role=\"2\"><narrative>nobody knows</narrative></participating-org>
        <participating-org role=\"2\"/>",
    );
    let organizations = &read.value.organizations;
    let names: Vec<_> = organizations.iter().map(|known| known.name.best(&["en"])).collect();
    assert_eq!(names, ["Reporter", "Alpha Trust", "North", "South", "East", "Nobody  knows"]);
    let alpha = &organizations[1];
    assert_eq!((alpha.id.as_str(), alpha.kind.clone()), ("GB-CHC-1", Some(OrganizationKind::Ngo)));
    assert_eq!(alpha.name.get("fr"), Some("Alpha"));
    assert_eq!(alpha.other_names[0].name.get("en"), Some("Bravo"));
    assert_eq!((alpha.identifiers[0].scheme.as_str(), alpha.identifiers[0].value.as_str()), ("GB-CHC", "1"));
    // One reference of two bodies identifies neither.
    assert!(organizations[2].identifiers.is_empty() && organizations[3].identifiers.is_empty());
    assert_eq!(organizations[2].extensions.get("org.iatistandard"), Some("{\"@ref\":\"1\"}"));
    assert_eq!(organizations[4].identifiers[0].scheme.as_str(), "XM-TEST");
    let participations = &read.value.participations;
    assert_eq!(participations.len(), 9);
    let first = &participations[0];
    assert_eq!(
        (first.id.as_str(), &first.role),
        ("XM-TEST-1/GB-CHC-1/4", &Some(ParticipationRole::Implementing))
    );
    assert_eq!(first.identifiers[0].value.as_str(), "GB-CHC-1-X");
    assert_eq!(participations[2].role, Some(ParticipationRole::Managing));
    let told = told(&read);
    for expected in ["check whether the identifier is right", "needs a reference or a name"] {
        assert!(told.iter().any(|told| told.contains(expected)), "{expected}: {told:#?}");
    }
}

#[test]
fn codes_are_classifications_with_share_and_significance() {
    let read = activity(
        "<sector code=\"11110\" percentage=\"060.50\"><narrative>Schools</narrative></sector>
        <sector vocabulary=\"99\" code=\"S\" percentage=\"+39.5\"/>
        <policy-marker code=\"1\" significance=\"0\"/><policy-marker code=\"2\" significance=\"\"/>
        <default-aid-type vocabulary=\"2\" code=\"1\"/><default-tied-status code=\"\"/>
        <tag vocabulary=\"2\" code=\"4\"/>",
    );
    let said: Vec<_> = read.value.projects[0]
        .classifications
        .iter()
        .map(|known| {
            let label = |label: &Option<cooperation::Label>| {
                label.as_ref().map_or("", |label| label.as_str()).to_owned()
            };
            let share = known.share.map(|share| share.to_string()).unwrap_or_default();
            let title = known.title.as_ref().map_or("", |title| title.best(&[])).to_owned();
            [label(&known.scheme), label(&known.code), title, share, label(&known.significance)]
        })
        .collect();
    assert_eq!(
        said,
        [
            ["OECD DAC CRS purpose", "11110", "Schools", "60.50", ""],
            ["XM-TEST sector", "S", "", "39.5", ""],
            ["UN SDG goal", "4", "", "", ""],
            ["OECD DAC policy marker", "1", "Gender Equality", "", "0"],
            ["IATI earmarking category", "1", "Unearmarked", "", ""],
        ]
    );
    assert_eq!(
        told(&read).iter().filter(|told| told.starts_with("unread iati-activity/policy-marker ")).count(),
        1
    );
}

#[test]
fn places_have_points_and_shares_are_beside_them() {
    let read = activity(
        "<recipient-country code=\"mw\" percentage=\"100\"/><recipient-region code=\"998\"/>
        <location ref=\"L1\"><location-reach code=\"1\"/><location-id vocabulary=\"G1\" code=\"7\"/>
        <name><narrative>Zomba</narrative></name><location-class code=\"2\"/>
        <point srsName=\"http://www.opengis.net/def/crs/EPSG/0/4326\"><pos>-15.38 35.0</pos></point></location>
        <location><location-reach code=\"2\"/><name><narrative>Homes</narrative></name>
        <point><pos>95 0</pos></point></location>",
    );
    let places = &read.value.places;
    let said: Vec<_> = places.iter().map(|place| (place.id.as_str(), place.name.best(&[]))).collect();
    assert_eq!(
        said,
        [
            ("MW", "Malawi"),
            ("region-1-998", "Developing countries, unspecified"),
            ("loc/L1", "Zomba"),
            ("XM-TEST-1/location/2", "Homes")
        ]
    );
    assert_eq!(places[0].country.unwrap().to_string(), "MW");
    let point = places[2].point.as_ref().unwrap();
    assert_eq!(
        (point.latitude.to_string(), point.longitude.to_string()),
        ("-15.38".to_owned(), "35.0".to_owned())
    );
    assert_eq!(places[2].kind, Some(PlaceKind::Settlement));
    assert_eq!(places[3].point, None);
    // Where the beneficiaries live is not where the activity is.
    assert_eq!(read.value.projects[0].places.len(), 3);
    let told = told(&read);
    assert!(told.iter().any(|told| told.contains("the coordinates are out of range")), "{told:#?}");
}

#[test]
fn related_activities_are_referred_to_where_they_are() {
    let one = |id: &str, other: &str, kind: &str| {
        format!(
            "<iati-activity><iati-identifier>{id}</iati-identifier><title><narrative>T</narrative></title>
            <related-activity ref=\"{other}\" type=\"{kind}\"/></iati-activity>"
        )
    };
    let read = read(&(one("A", "B", "1") + &one("B", "elsewhere", "3")));
    let [first, second] = &read.value.projects[..] else { panic!() };
    assert_eq!(first.related[0].relation, Relation::PartOf);
    assert!(first.related[0].to.is_some() && first.related[0].title.is_none());
    assert_eq!(second.related[0].relation, Relation::Sibling);
    assert!(second.related[0].to.is_none());
    assert_eq!(second.related[0].identifiers[0].value.as_str(), "elsewhere");
}

#[test]
fn results_have_values_with_dimensions_and_places() {
    let read = activity(
        "<location ref=\"L1\"><name><narrative>Zomba</narrative></name></location>
        <document-link url=\"www.example.org/a.pdf\" format=\"application/pdf\"><title><narrative>A</narrative></title>
        <category code=\"A12\"/><language code=\"EN\"/><document-date iso-date=\"2020-05-01\"/></document-link>
        <result type=\"2\"><title><narrative>Health</narrative></title><indicator measure=\"1\" ascending=\"0\">
        <title><narrative>Cases</narrative></title><description><narrative>Reported</narrative></description>
        <baseline year=\"2019\" value=\"100\"/><baseline iso-date=\"2019-06-01\" value=\"60\"><dimension name=\"sex\" value=\"f\"/></baseline>
        <period><period-start iso-date=\"2020-01-01\"/><period-end iso-date=\"2020-12-31\"/>
        <target value=\"50\"><location ref=\"L1\"/><comment><narrative>Half</narrative></comment></target>
        <target value=\"few\"/><actual value=\"040.0\"/><actual/></period></indicator></result>
        <result type=\"2\"/>",
    );
    let goal = &read.value.goals[0];
    assert_eq!((goal.id.as_str(), goal.level.clone()), ("XM-TEST-1/result/1", GoalLevel::Outcome));
    let indicator = &goal.indicators[0];
    assert_eq!(indicator.ascending, Some(false));
    assert_eq!(indicator.description.as_ref().unwrap().best(&[]), "Reported");
    let dates: Vec<_> = indicator.baselines.iter().map(|value| value.date.unwrap().to_string()).collect();
    assert_eq!(dates, ["2019", "2019-06-01"]);
    assert_eq!(indicator.baselines[1].dimensions[0].value.as_str(), "f");
    assert_eq!(indicator.targets.len(), 2);
    assert_eq!(indicator.targets[0].place.as_ref().unwrap().as_str(), "loc/L1");
    assert_eq!(indicator.targets[1].text.as_ref().unwrap().best(&[]), "few");
    assert_eq!(indicator.actuals.len(), 1);
    assert_eq!(indicator.actuals[0].value.unwrap().to_string(), "40.0");
    assert_eq!(indicator.actuals[0].period.as_ref().unwrap().start.unwrap().to_string(), "2020-01-01");
    let link = &read.value.projects[0].links[0];
    assert_eq!(link.url.as_ref().unwrap().as_str(), "http://www.example.org/a.pdf");
    assert_eq!(link.rel, Some(cooperation::codes::LinkRel::Homepage));
    assert_eq!(link.languages[0].as_str(), "en");
    assert_eq!(link.published.unwrap().to_string(), "2020-05-01");
    assert!(told(&read).iter().any(|told| told.contains("a result needs a type and a title")));
}

#[test]
fn what_could_not_be_read_inside_what_has_no_place_is_kept_apart() {
    let read = activity(
        "<result type=\"1\"><title><narrative>R</narrative></title><indicator measure=\"1\">
        <title><narrative>I</narrative></title><period><target value=\"1\"><location ref=\"A\"/><location ref=\"B\"/>
        <dimension name=\"sex\" value=\"\"/></target></period><extra note=\"n\"/></indicator></result>
        <participating-org role=\"9\" ref=\"GB-CHC-1\"/><capital-spend percentage=\"20\"/>",
    );
    let of = |extensions: &cooperation::values::Extensions, name| -> serde_json::Value {
        extensions.get(name).map_or(serde_json::Value::Null, |json| serde_json::from_str(json).unwrap())
    };
    let goal = &read.value.goals[0].extensions;
    let period = serde_json::json!([{"target": [{"location": [{"@ref": "A", "#number": 1}, {"@ref": "B", "#number": 2}]}]}]);
    let kept = serde_json::json!({"indicator": [{"period": period, "extra": [{"@note": "n"}]}]});
    assert_eq!(of(goal, "org.iatistandard"), kept);
    let path = "indicator/period/target/dimension";
    assert_eq!(
        of(goal, "org.iatistandard.unread"),
        serde_json::json!({path: {"@name": "sex", "@value": ""}})
    );
    // A record inside another keeps what is its own.
    let participation = &read.value.participations[0].extensions;
    assert_eq!(of(participation, "org.iatistandard.unread"), serde_json::json!({"@role": "9"}));
    assert_eq!(read.value.projects[0].extensions.get("org.iatistandard.unread"), None);
}

#[test]
fn contact_details_are_counted_and_not_kept() {
    let read = activity(
        "<contact-info type=\"1\"><person-name><narrative>A. Person</narrative></person-name>
        <email>person@example.org</email><website>https://example.org/</website></contact-info>",
    );
    let json = read.value.to_json();
    assert!(!json.contains("Person") && !json.contains("person@"), "{json}");
    assert_eq!(read.value.organizations[0].links[0].url.as_ref().unwrap().as_str(), "https://example.org/");
    assert!(told(&read).iter().any(|told| told.contains("contact-info/email")), "{:#?}", told(&read));
}

#[test]
fn what_has_no_place_is_kept_and_counted_by_path() {
    let read = activity(
        "<x:thing xmlns:x=\"urn:x\" x:a=\"1\">words<b/></x:thing><fss priority=\"1\"/><fss priority=\"2\"/>
        <sector code=\"1\"><note>n</note></sector><capital-spend>7</capital-spend>",
    );
    let kept: serde_json::Value =
        serde_json::from_str(read.value.projects[0].extensions.get("org.iatistandard").unwrap()).unwrap();
    let expected = serde_json::json!({
        "x:thing": [{"@x:a": "1", "#text": "words", "b": [{}]}],
        "fss": [{"@priority": "1", "#number": 1}, {"@priority": "2", "#number": 2}],
        "sector": [{"note": [{"#text": "n"}]}],
        "capital-spend": [{"#text": "7"}],
        "reporting-org-id": "XM-TEST",
    });
    assert_eq!(kept, expected);
    let told = told(&read);
    assert!(
        told.contains(
            &"no-place iati-activity/fss (line 4): no equivalent field; kept in extensions (2 places)"
                .to_owned()
        ),
        "{told:#?}"
    );
    assert_eq!(told.len(), 4, "{told:#?}");
}

#[test]
fn activities_of_one_identifier_or_none_have_ids_of_their_own() {
    let read = read(
        "<iati-activity><iati-identifier>A</iati-identifier></iati-activity>
        <iati-activity><iati-identifier>A</iati-identifier></iati-activity><iati-activity/>",
    );
    let ids: Vec<_> = read.value.projects.iter().map(|project| project.id.as_str()).collect();
    assert_eq!(ids, ["A", "A-2", "activity"]);
    assert_eq!(told(&read).len(), 3, "{:#?}", told(&read));
}
