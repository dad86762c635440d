//! Parties that take part in an activity.

use super::codes::{FUNDER, ROLE};
use super::element::Element;
use super::work::{Work, link};
use crate::model::{OrganizationId, Participation, Party, Project};
use crate::values::{Id, LinkRel};

impl Work<'_> {
    /// The website of the reporting organization. Names, telephone numbers and addresses of people are left out.
    pub(super) fn contacts(&mut self, activity: &Element) {
        for contact in activity.all("contact-info") {
            for part in &contact.children {
                if part.name() != "website" {
                    self.remark(part, "contact details of people are left out");
                    continue;
                }
                let Some(address) = part.own_text() else { continue };
                let Some(url) = self.url(part, address) else { continue };
                let made = link(url, LinkRel::Homepage);
                let reporter = self.reporter.clone();
                let known = reporter.as_ref().and_then(|reporter| self.shared.organization(reporter));
                if let Some(known) =
                    known.filter(|known| known.links.len() < 16 && !known.links.contains(&made))
                {
                    known.links.push(made);
                }
            }
            contact.discard();
        }
    }

    /// The participations of an activity; who only funds it comes beside them.
    pub(super) fn participations<'e>(
        &mut self,
        activity: &'e Element,
        project: &Id<Project>,
    ) -> (Vec<Participation>, Vec<(&'e Element, OrganizationId)>) {
        let (mut participations, mut funders) = (Vec::new(), Vec::new());
        let elements = activity.children.iter().filter(|child| child.name() == "participating-org");
        // Seen, all of them.
        let _ = activity.all("participating-org").count();
        for element in elements {
            let code = element.attribute("role").map(str::to_owned);
            let channel = self.attribute_identifier(element, "crs-channel-code", "CRS channel");
            let Some(party) = self.organization(element) else {
                self.unread_element(element, "a participating organization needs a reference or a name");
                continue;
            };
            if let Some(channel) = channel
                && let Some(known) = self.shared.organization(&party)
                && !known.identifiers.contains(&channel)
            {
                known.identifiers.push(channel);
            }
            if code.as_deref() == Some(FUNDER) {
                funders.push((element, party));
                continue;
            }
            let role = code.as_deref().and_then(|_| self.listed(element, "role", ROLE));
            let number = code.as_deref().unwrap_or("none");
            let Some(id) = self.part(&format!("{party}/{number}")) else { continue };
            let mut participation = Participation::new(id, Party::Organization(party), project.clone());
            participation.role = role.and_then(|role| role.parse().ok());
            participation.identifiers.extend(self.attribute_identifier(element, "activity-id", "IATI"));
            self.keep_rest(element, &mut participation.extensions);
            participations.push(participation);
        }
        (participations, funders)
    }
}
