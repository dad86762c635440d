//! Sectors, markers, tags and other codes, as classifications.

use super::codes::{AID_TYPE, BUDGET_ITEM, HUMANITARIAN_SCOPE, POLICY_MARKER, SECTOR, TAG, Vocabulary};
use super::element::Element;
use super::titles::{self, Titles};
use super::work::{Work, title};
use crate::model::Classification;
use crate::values::{Label, List};

/// How an element with a code becomes a classification.
struct Row {
    element: &'static str,
    vocabulary: &'static Vocabulary,
    /// The names of the codes of its usual list.
    titles: Titles,
    /// An entry without a significance says nothing.
    graded: bool,
}

const fn row(element: &'static str, vocabulary: &'static Vocabulary, titles: Titles, graded: bool) -> Row {
    Row { element, vocabulary, titles, graded }
}

/// Elements whose code is from a list that they name.
const LISTED: &[Row] = &[
    row("sector", &SECTOR, &[], false),
    row("tag", &TAG, &[], false),
    row("humanitarian-scope", &HUMANITARIAN_SCOPE, &[], false),
    row("policy-marker", &POLICY_MARKER, titles::POLICY_MARKER, true),
    row("default-aid-type", &AID_TYPE, titles::AID_TYPE, false),
    row("aid-type", &AID_TYPE, titles::AID_TYPE, false),
];

/// Elements whose code is from one list: the element, the scheme and the names of its codes.
const PLAIN: &[(&str, &str, Titles)] = &[
    ("collaboration-type", "IATI collaboration type", titles::COLLABORATION_TYPE),
    ("default-flow-type", "IATI flow type", titles::FLOW_TYPE),
    ("default-finance-type", "IATI finance type", titles::FINANCE_TYPE),
    ("default-tied-status", "IATI tied status", titles::TIED_STATUS),
    ("transaction-type", "IATI transaction type", titles::TRANSACTION_TYPE),
    ("disbursement-channel", "IATI disbursement channel", titles::DISBURSEMENT_CHANNEL),
    ("flow-type", "IATI flow type", titles::FLOW_TYPE),
    ("finance-type", "IATI finance type", titles::FINANCE_TYPE),
    ("tied-status", "IATI tied status", titles::TIED_STATUS),
];

/// Names of the codes of other lists of aid types than the usual one.
fn aid_titles(row: &Row, vocabulary: Option<&str>) -> Titles {
    match vocabulary {
        None | Some("1") => row.titles,
        Some("2") if row.vocabulary.own == AID_TYPE.own => titles::EARMARKING_CATEGORY,
        Some("4") if row.vocabulary.own == AID_TYPE.own => titles::CASH_AND_VOUCHER,
        Some(_) => &[],
    }
}

impl Work<'_> {
    /// The codes of the children of an element, as far as the tables have them.
    pub(super) fn classified(&mut self, element: &Element) -> List<Classification> {
        let mut found = List::new();
        for row in LISTED {
            for child in element.all(row.element) {
                found.extend(self.listed_code(child, row));
            }
        }
        for (name, scheme, titles) in PLAIN {
            for child in element.all(name) {
                if let Some(code) = child.attribute("code") {
                    found.extend(self.classification(child, scheme, code, titles));
                }
            }
        }
        if matches!(element.peek("humanitarian"), Some("1" | "true")) {
            element.attribute("humanitarian");
            found.extend(self.classification(element, "IATI humanitarian", "1", &[]));
        }
        found
    }

    fn listed_code(&mut self, child: &Element, row: &Row) -> Option<Classification> {
        let code = child.attribute("code")?.to_owned();
        if row.graded && child.attribute("significance").is_none() {
            self.unread_element(child, "without a significance, it is not known whether the marker applies");
            return None;
        }
        let vocabulary = child.attribute("vocabulary");
        let scheme = row.vocabulary.scheme(vocabulary, child.attribute("vocabulary-uri"), &self.publisher);
        let mut classification = self.classification(child, &scheme, &code, aid_titles(row, vocabulary))?;
        classification.title = self.text(child).or(classification.title);
        classification.share = self.decimal(child, "percentage");
        classification.significance = if row.graded { self.parsed(child, "significance") } else { None };
        Some(classification)
    }

    pub(super) fn classification(
        &mut self,
        element: &Element,
        scheme: &str,
        code: &str,
        titles: Titles,
    ) -> Option<Classification> {
        let (scheme, code, title) =
            (self.label(element, scheme)?, self.label(element, code)?, title(titles, code));
        Some(Classification { scheme: Some(scheme), code: Some(code), title, ..Classification::default() })
    }

    /// The items of the recipient's budget.
    pub(super) fn budget_items(&mut self, activity: &Element) -> Vec<Classification> {
        let mut found = Vec::new();
        for items in activity.all("country-budget-items") {
            let vocabulary = items.attribute("vocabulary").map(str::to_owned);
            let scheme = BUDGET_ITEM.scheme(vocabulary.as_deref(), None, &self.publisher);
            for item in items.all("budget-item") {
                let Some(code) = item.attribute("code") else { continue };
                let Some(mut classification) = self.classification(item, &scheme, code, &[]) else {
                    continue;
                };
                classification.title = self.text_of(item, "description");
                classification.share = self.decimal(item, "percentage");
                found.push(classification);
            }
        }
        found
    }

    /// Reports percentages of one list that are not 100 together.
    pub(super) fn check_shares(&mut self, element: &Element, lists: &[&[&str]], of: &[Classification]) {
        for schemes in lists {
            let is_in = |scheme: &Label| schemes.contains(&scheme.as_str());
            let shares: Vec<_> = of
                .iter()
                .filter(|known| known.scheme.as_ref().is_some_and(is_in))
                .filter_map(|known| known.share)
                .collect();
            let sum = shares
                .iter()
                .try_fold(rust_decimal::Decimal::ZERO, |sum, share| sum.checked_add(share.value()));
            if !shares.is_empty() && sum != Some(rust_decimal::Decimal::ONE_HUNDRED) {
                let of = schemes.join(" and ");
                self.remark(
                    element,
                    &format!("the percentages of {of} do not add up to 100: they are read as they are"),
                );
            }
        }
    }
}
