//! Results, their indicators and the values of these.

use super::codes::{INDICATOR, MEASURE, RESULT, RESULT_REFERENCE};
use super::element::Element;
use super::work::Work;
use crate::model::{Dimension, Goal, Identifier, Indicator, IndicatorValue, PlaceId, Project, Subject};
use crate::values::{GoalLevel, Id, Label, List, PartialDate, Text};
use std::collections::HashMap;

/// Places of an activity, by their references.
pub(super) type References = HashMap<String, PlaceId>;

impl Work<'_> {
    pub(super) fn results(&mut self, activity: &Element, project: &Id<Project>, places: &References) {
        for (number, element) in activity.all("result").enumerate() {
            let number = number.saturating_add(1);
            let level =
                self.listed(element, "type", RESULT).and_then(|level| level.parse::<GoalLevel>().ok());
            let (Some(title), Some(level)) = (self.text_of(element, "title"), level) else {
                self.unread_element(element, "a result needs a type and a title");
                continue;
            };
            let Some(id) = self.part(&format!("result/{number}")) else { continue };
            let mut goal = Goal::new(id, title, level, Subject::Project(project.clone()));
            goal.description = self.text_of(element, "description");
            goal.links = self.documents(element);
            for reference in element.all("reference") {
                let (vocabulary, uri) =
                    (reference.attribute("vocabulary"), reference.attribute("vocabulary-uri"));
                let scheme = RESULT_REFERENCE.scheme(vocabulary, uri, &self.publisher);
                goal.identifiers.extend(self.attribute_identifier(reference, "code", &scheme));
            }
            for indicator in element.all("indicator") {
                goal.indicators.extend(self.indicator(indicator, &mut goal.links, places));
            }
            self.keep_rest(element, &mut goal.extensions);
            self.push(goal);
        }
    }

    fn indicator(
        &mut self,
        element: &Element,
        links: &mut List<crate::values::Link>,
        places: &References,
    ) -> Option<Indicator> {
        let Some(title) = self.text_of(element, "title") else {
            self.unread_element(element, "an indicator needs a title");
            return None;
        };
        let mut indicator = Indicator::new(title);
        indicator.measure = self.listed(element, "measure", MEASURE).and_then(|word| word.parse().ok());
        let truth = &[("1", true), ("true", true), ("0", false), ("false", false)];
        indicator.ascending = self.listed(element, "ascending", truth);
        indicator.description = self.text_of(element, "description");
        links.extend(self.documents(element));
        for reference in element.all("reference") {
            indicator.identifiers.extend(self.reference(reference));
        }
        for baseline in element.all("baseline") {
            let year = self.parsed::<PartialDate>(baseline, "year");
            let date = self.date(baseline, "iso-date").or(year);
            if let Some(mut value) = self.indicator_value(baseline, links, places) {
                value.date = date;
                indicator.baselines.push(value);
            }
        }
        for part in element.all("period") {
            let period = self.period(part);
            for (name, list) in [("target", &mut indicator.targets), ("actual", &mut indicator.actuals)] {
                for stated in part.all(name) {
                    if let Some(mut value) = self.indicator_value(stated, links, places) {
                        value.period.clone_from(&period);
                        list.push(value);
                    }
                }
            }
        }
        Some(indicator)
    }

    fn reference(&mut self, reference: &Element) -> Option<Identifier> {
        let (vocabulary, uri) = (reference.attribute("vocabulary"), reference.attribute("indicator-uri"));
        let scheme = INDICATOR.scheme(vocabulary, uri, &self.publisher);
        self.attribute_identifier(reference, "code", &scheme)
    }

    /// A baseline, target or actual value. A value that is not a number is read as text.
    fn indicator_value(
        &mut self,
        element: &Element,
        links: &mut List<crate::values::Link>,
        places: &References,
    ) -> Option<IndicatorValue> {
        let mut value = IndicatorValue::default();
        if let Some(stated) = element.attribute("value") {
            match super::work::plain_number(stated).parse() {
                Ok(number) => value.value = Some(number),
                Err(_) => match Text::new(self.language.as_deref().unwrap_or("und"), stated) {
                    Ok(text) => value.text = Some(text),
                    Err(error) => self.unread(element, "value", error.problem()),
                },
            }
        }
        value.comment = self.text_of(element, "comment");
        for dimension in element.all("dimension") {
            let (name, of) =
                (self.parsed::<Label>(dimension, "name"), self.parsed::<Label>(dimension, "value"));
            match (name, of) {
                (Some(name), Some(of)) => value.dimensions.push(Dimension::new(name, of)),
                _ => self.unread_element(dimension, "a dimension needs a name and a value"),
            }
        }
        links.extend(self.documents(element));
        let locations: Vec<_> = element.all("location").collect();
        if let [only] = locations.as_slice() {
            match only.attribute("ref").and_then(|reference| places.get(reference)) {
                Some(place) => value.place = Some(place.clone()),
                None => self.unread_element(only, "the activity has no location of this reference"),
            }
        } else {
            for location in locations {
                location.keep();
                self.remark(location, "a value has one place; several locations are kept in extensions");
            }
        }
        let is_empty = value.value.is_none() && value.text.is_none() && value.comment.is_none();
        if is_empty && value.dimensions.is_empty() && value.place.is_none() {
            return None;
        }
        Some(value)
    }
}
