use std::cmp::Ordering;
use std::hash::{BuildHasher as _, Hash, RandomState};

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

/// The places of the items of a list that equal one before them, in their order.
///
/// The hashes of the items are put in order, so that nothing but a hash and a comparison is compiled for each type of
/// item: a table of the standard library is some two thousand lines of intermediate code for each.
///
/// Two different items have one hash once in 10^19 pairs. The key is drawn anew, so that nobody can choose such items.
pub(crate) fn repeated<T: Hash + Eq>(items: &[T]) -> Vec<usize> {
    let state = RandomState::new();
    let mut hashes = Vec::with_capacity(items.len());
    for item in items {
        hashes.push(state.hash_one(item));
    }
    repeated_hashes(&hashes, &|one, other| items.get(one) == items.get(other))
}

fn repeated_hashes(hashes: &[u64], equal: &dyn Fn(usize, usize) -> bool) -> Vec<usize> {
    let hash = |place: usize| hashes.get(place);
    let places = in_order(hashes.len(), &|one, other| hash(one).cmp(&hash(other)));
    let mut is_repeated = vec![false; hashes.len()];
    for same in places.chunk_by(|&one, &other| hash(one) == hash(other)) {
        let Some((&first, others)) = same.split_first() else { continue };
        for &other in others {
            if equal(first, other)
                && let Some(is_repeated) = is_repeated.get_mut(other)
            {
                *is_repeated = true;
            }
        }
    }
    (0..hashes.len()).filter(|&place| is_repeated.get(place) == Some(&true)).collect()
}

#[cfg(test)]
mod tests {
    use super::{put_in_order, repeated};

    #[test]
    fn an_item_is_repeated_if_one_before_it_is_equal() {
        assert_eq!(repeated(&["a", "b", "a", "c", "b", "a"]), [2, 4, 5]);
        assert!(repeated(&["a", "b"]).is_empty());
        let many: Vec<u32> = (0..1_000).chain(500..1_500).collect();
        assert!(repeated(&many).into_iter().eq(1_000..1_500));
    }

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
