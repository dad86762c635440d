use std::cmp::Ordering;

/// Puts a list in order, as `sort_by` does, through one sort that is compiled for all types.
///
/// A sort of the standard library is some two thousand lines of intermediate code for each type and comparison, and most
/// lists are short or come in order: they are sorted here, as a list of numbers whose comparison is called through a
/// pointer.
pub(crate) fn put_in_order<T>(items: &mut [T], compare: &dyn Fn(&T, &T) -> Ordering) {
    let swaps = swaps(items.len(), &|one, other| match (items.get(one), items.get(other)) {
        (Some(one), Some(other)) => compare(one, other),
        _ => Ordering::Equal,
    });
    for (one, other) in swaps {
        items.swap(one, other);
    }
}

/// The places of a list of so many items in the order of the items; of equal ones, the first comes first.
pub(crate) fn in_order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_unstable_by(|&one, &other| compare(one, other).then(one.cmp(&other)));
    places
}

/// The swaps after which a list is in order, one after the other.
fn swaps(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<(usize, usize)> {
    let mut swaps = Vec::new();
    if (1..count).zip(0..).all(|(later, one)| compare(one, later).is_le()) {
        return swaps;
    }
    // For each place that from which its item comes.
    let mut from = in_order(count, compare);
    for start in 0..count {
        // What is swapped out of a place is at the next one of its circle, until it is where it belongs.
        let mut place = start;
        while let Some(next) = from.get_mut(place).map(|next| std::mem::replace(next, place)) {
            if next == start {
                break;
            }
            swaps.push((place, next));
            place = next;
        }
    }
    swaps
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
