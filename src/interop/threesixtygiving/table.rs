//! The members of the 360Giving format, and the fields of the model that they map to, for reading and for writing.

use super::coded;
use super::codes::scheme;
use super::problems::Problems;
use super::row::{Mapping, Row, decimal, lens, listed, plain, read_list};
use crate::dataset::Header;
use crate::interop::tree::{Object, Tree};
use crate::model::{Classification, Funding, Group, Programme};
use crate::values::{CurrencyCode, Duration, Label, Link, LinkRel, Money, Period, Text};

/// The package around the grants.
pub(super) const PACKAGE: &[Row<Header>] = &[
    Row { foreign: &["title"], mapping: Mapping::Text(lens!(title)) },
    Row { foreign: &["description"], mapping: Mapping::Text(lens!(description)) },
    Row {
        foreign: &["publisher"],
        mapping: Mapping::Custom { read: read_publisher, write: write_publisher },
    },
    Row { foreign: &["license"], mapping: Mapping::Label(lens!(license)) },
    Row { foreign: &["issued"], mapping: Mapping::Date(lens!(issued)) },
    Row { foreign: &["modified"], mapping: Mapping::Date(lens!(modified)) },
];

/// A grant, but for the records that it refers to.
pub(super) const GRANT: &[Row<Funding>] = &[
    Row {
        foreign: &["id"],
        mapping: Mapping::Id { id: |funding| funding.id.as_str(), identifiers: lens!(identifiers) },
    },
    Row { foreign: &["title"], mapping: Mapping::Text(lens!(title)) },
    Row { foreign: &["description"], mapping: Mapping::Text(lens!(description)) },
    Row {
        foreign: &["amountAwarded", "currency"],
        mapping: Mapping::Custom {
            read: |grant, funding, problems| read_amount("amountAwarded", grant, funding, problems),
            write: |funding| write_amount("amountAwarded", funding),
        },
    },
    Row { foreign: &["awardDate"], mapping: Mapping::Date(lens!(date)) },
    Row { foreign: &["plannedDates"], mapping: Mapping::Custom { read: read_planned, write: write_planned } },
    Row { foreign: &["actualDates"], mapping: Mapping::Custom { read: read_actual, write: write_actual } },
    Row { foreign: &["url"], mapping: Mapping::Link(lens!(links), None) },
    Row {
        foreign: &["classifications"],
        mapping: Mapping::Custom { read: coded::read_classifications, write: coded::write_classifications },
    },
    Row {
        foreign: &["fundingType"],
        mapping: Mapping::Custom { read: coded::read_funding_type, write: coded::write_funding_type },
    },
    Row {
        foreign: &["toIndividualsDetails"],
        mapping: Mapping::Custom { read: coded::read_details, write: coded::write_details },
    },
    Row {
        foreign: &["relatedActivity"],
        mapping: Mapping::Custom { read: coded::read_related, write: coded::write_related },
    },
    Row { foreign: &["fromOpenCall"], mapping: Mapping::Code(scheme::OPEN_CALL, lens!(classifications)) },
    Row { foreign: &["regrantType"], mapping: Mapping::Code(scheme::REGRANT, lens!(classifications)) },
    Row { foreign: &["locationScope"], mapping: Mapping::Code(scheme::SCOPE, lens!(classifications)) },
    Row { foreign: &["dataSource"], mapping: Mapping::Link(lens!(links), Some(LinkRel::Data)) },
    Row { foreign: &["dateModified"], mapping: Mapping::Date(lens!(modified)) },
    Row {
        foreign: &["relatedDocument"],
        mapping: Mapping::Custom { read: read_documents, write: write_documents },
    },
];

/// A transaction of a grant, but for its parties.
pub(super) const TRANSACTION: &[Row<Funding>] = &[
    Row {
        foreign: &["id"],
        mapping: Mapping::Id { id: |funding| funding.id.as_str(), identifiers: lens!(identifiers) },
    },
    Row { foreign: &["transactionDate"], mapping: Mapping::Date(lens!(date)) },
    Row {
        foreign: &["value", "currency"],
        mapping: Mapping::Custom {
            read: |transaction, funding, problems| read_amount("value", transaction, funding, problems),
            write: |funding| write_amount("value", funding),
        },
    },
    Row { foreign: &["description"], mapping: Mapping::Text(lens!(description)) },
    Row { foreign: &["dateModified"], mapping: Mapping::Date(lens!(modified)) },
];

/// A person who receives, mostly not by name: a group of one.
pub(super) const INDIVIDUAL: &[Row<Group>] = &[
    Row {
        foreign: &["id"],
        mapping: Mapping::Id { id: |group| group.id.as_str(), identifiers: lens!(identifiers) },
    },
    Row {
        foreign: &["name"],
        mapping: Mapping::Name {
            name: lens!(name),
            others: None,
            stands_in: |group, name| name == group.id.as_str(),
        },
    },
];

/// The programme that a grant is of.
pub(super) const PROGRAMME: &[Row<Programme>] = &[
    Row { foreign: &["code"], mapping: Mapping::Custom { read: read_code, write: write_code } },
    Row {
        foreign: &["title"],
        mapping: Mapping::Name {
            name: lens!(name),
            others: Some(lens!(other_names)),
            stands_in: |programme, name| name == programme.id.as_str() || Some(name) == code_of(programme),
        },
    },
    Row { foreign: &["description"], mapping: Mapping::Text(lens!(description)) },
    Row { foreign: &["url"], mapping: Mapping::Link(lens!(links), None) },
    Row { foreign: &["dateModified"], mapping: Mapping::Date(lens!(modified)) },
];

const DOCUMENT: &[Row<Link>] = &[
    Row { foreign: &["title"], mapping: Mapping::Text(lens!(title)) },
    Row { foreign: &["url"], mapping: Mapping::Url(lens!(url)) },
    Row { foreign: &["description"], mapping: Mapping::Text(lens!(description)) },
    Row {
        foreign: &["documentType"],
        mapping: Mapping::Custom { read: read_media_type, write: write_media_type },
    },
];

const EVENT: &[Row<Period>] = &[
    Row { foreign: &["startDate"], mapping: Mapping::Date(lens!(start)) },
    Row { foreign: &["endDate"], mapping: Mapping::Date(lens!(end)) },
    Row { foreign: &["duration"], mapping: Mapping::Custom { read: read_months, write: write_months } },
];

/// Members that 360Giving asks for in every grant.
pub(super) const REQUIRED: &[&str] = &[
    "id",
    "title",
    "description",
    "currency",
    "amountAwarded",
    "awardDate",
    "recipientOrganization",
    "fundingOrganization",
];

fn read_publisher(package: &Object, header: &mut Header, problems: &mut Problems) {
    let Some(publisher) = package.get("publisher").filter(|publisher| !publisher.is_null()) else { return };
    let Some(publisher) = publisher.as_object() else {
        problems.add("publisher", "not an object", "not an object");
        return;
    };
    header.publisher = publisher.get("name").and_then(Tree::as_str).and_then(|name| Text::und(name).ok());
}

fn write_publisher(header: &Header) -> Vec<Object> {
    let publisher = header.publisher.iter();
    publisher
        .map(|name| {
            let name = Object::from([("name".to_owned(), Tree::string(plain(name)))]);
            Object::from([("publisher".to_owned(), Tree::Object(name))])
        })
        .collect()
}

fn read_amount(name: &str, object: &Object, funding: &mut Funding, problems: &mut Problems) {
    let currency = problems.value(object, "currency", |text| CurrencyCode::new(text));
    let amount = object.get(name).filter(|amount| !amount.is_null());
    let amount = amount.and_then(|amount| {
        let refused = |error: crate::reflect::ValueError| {
            problems.add(name, error.message(), error.problem());
        };
        decimal(amount).map_err(refused).ok()
    });
    match (amount, currency) {
        (Some(amount), Some(currency)) => funding.amount = Some(Money::new(amount, currency)),
        (Some(_), None) => {
            problems.add(name, "no readable currency", "no currency");
        }
        (None, Some(_)) => problems.add("currency", "no readable amount", "no amount"),
        (None, None) => {}
    }
}

fn write_amount(name: &str, funding: &Funding) -> Vec<Object> {
    let amount = funding.amount.iter();
    amount
        .map(|money| {
            Object::from([
                (name.to_owned(), Tree::Literal(money.amount.to_string())),
                ("currency".to_owned(), Tree::string(money.currency.as_str())),
            ])
        })
        .collect()
}

/// The first of the planned dates: a funding has one planned period.
fn read_planned(grant: &Object, funding: &mut Funding, problems: &mut Problems) {
    funding.planned = read_list(EVENT, grant, "plannedDates", problems).into_iter().next();
}

fn write_planned(funding: &Funding) -> Vec<Object> {
    listed("plannedDates", EVENT, &funding.planned)
}

/// The first of the actual dates: a funding has one period.
fn read_actual(grant: &Object, funding: &mut Funding, problems: &mut Problems) {
    funding.period = read_list(EVENT, grant, "actualDates", problems).into_iter().next();
}

fn write_actual(funding: &Funding) -> Vec<Object> {
    listed("actualDates", EVENT, &funding.period)
}

fn read_documents(grant: &Object, funding: &mut Funding, problems: &mut Problems) {
    for mut link in read_list(DOCUMENT, grant, "relatedDocument", problems) {
        link.rel = Some(LinkRel::Document);
        funding.links.push(link);
    }
}

fn write_documents(funding: &Funding) -> Vec<Object> {
    let documents = funding.links.iter().filter(|link| link.rel == Some(LinkRel::Document));
    listed("relatedDocument", DOCUMENT, documents)
}

/// The type of a document, if it is a media type.
fn read_media_type(document: &Object, link: &mut Link, _problems: &mut Problems) {
    link.media_type = document.get("documentType").and_then(Tree::as_str).and_then(|word| word.parse().ok());
}

fn write_media_type(link: &Link) -> Vec<Object> {
    let media_type = link.media_type.iter();
    media_type.map(|word| Object::from([("documentType".to_owned(), Tree::string(word.as_str()))])).collect()
}

fn code_of(programme: &Programme) -> Option<&str> {
    let plain = |known: &&Classification| known.scheme.is_none() && known.title.is_none();
    programme.classifications.iter().filter(plain).find_map(|known| Some(known.code.as_ref()?.as_str()))
}

fn read_code(object: &Object, programme: &mut Programme, problems: &mut Problems) {
    let Some(code) = problems.value(object, "code", |text| Label::new(text)) else { return };
    if code_of(programme).is_none() {
        // A programme without a title goes by its code.
        if plain(&programme.name) == programme.id.as_str()
            && let Ok(name) = Text::und(code.as_str())
        {
            programme.name = name;
        }
        programme.classifications.push(Classification { code: Some(code), ..Classification::default() });
    }
}

fn write_code(programme: &Programme) -> Vec<Object> {
    let code = code_of(programme).into_iter();
    code.map(|code| Object::from([("code".to_owned(), Tree::string(code))])).collect()
}

/// Whole months, as a number or in quotation marks.
fn read_months(event: &Object, period: &mut Period, problems: &mut Problems) {
    let months = match event.get("duration") {
        Some(Tree::Literal(text) | Tree::String(text)) => text.parse().ok().and_then(Duration::from_months),
        _ => None,
    };
    if months.is_none() && event.get("duration").is_some_and(|node| !node.is_null()) {
        let message = "not a whole number of months from 1 to 9999";
        problems.add("duration", message, message);
    }
    period.stated_duration = months;
}

fn write_months(period: &Period) -> Vec<Object> {
    let months = period.stated_duration.and_then(Duration::months).into_iter();
    months.map(|months| Object::from([("duration".to_owned(), Tree::Literal(months.to_string()))])).collect()
}
