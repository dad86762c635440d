use std::cmp::Ordering;

/// Puts a list in order, as `sort_by` does, through one sort that is compiled for all types.
///
/// A sort of the standard library is some two thousand lines of intermediate code for each type and comparison. Most
/// lists of the rules are short or come in order, so that it does not matter how fast they are sorted: they are sorted
/// here, as a list of numbers whose comparison is called through a pointer. The lists that grow with the records, such as
/// involvements and amounts, have sorts of their own.
pub(super) fn put_in_order<T>(items: &mut Vec<T>, compare: &dyn Fn(&T, &T) -> Ordering) {
    if items.is_sorted_by(|one, other| compare(one, other).is_le()) {
        return;
    }
    let order = order(items.len(), &|one, other| match (items.get(one), items.get(other)) {
        (Some(one), Some(other)) => compare(one, other),
        _ => Ordering::Equal,
    });
    let mut slots = Vec::with_capacity(items.len());
    for item in items.drain(..) {
        slots.push(Some(item));
    }
    for place in order {
        items.extend(slots.get_mut(place).and_then(Option::take));
    }
}

/// The places of a list in the order of what is there; of equal ones, the first comes first.
fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_unstable_by(|&one, &other| compare(one, other).then(one.cmp(&other)));
    places
}

#[cfg(test)]
mod tests {
    use super::put_in_order;

    #[test]
    fn a_list_is_in_the_order_of_a_stable_sort() {
        for count in [0, 1, 2, 7, 100, 1000] {
            let list: Vec<(u32, u32)> = (0..count).map(|number| (number * 7919 % 13, number)).collect();
            let (mut one, mut other) = (list.clone(), list);
            put_in_order(&mut one, &|(one, _), (other, _)| one.cmp(other));
            other.sort_by_key(|(key, _)| *key);
            assert_eq!(one, other);
        }
    }
}
