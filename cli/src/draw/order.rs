//! Order and height of the boxes of a column, so that lines rarely cross and run level.

/// Two things of neighbouring columns with a line between them, and how far from its middle it meets each of them.
#[derive(Clone, Copy)]
pub(super) struct Tie {
    pub(super) left: usize,
    pub(super) right: usize,
    pub(super) left_offset: i32,
    pub(super) right_offset: i32,
}

/// The rounds after which an order hardly gets better.
const ROUNDS: usize = 24;

/// Orders each column by the middle of what its things are tied to (barycentre), and keeps the order in which the fewest
/// lines cross. `beside` ties things of the same column.
pub(super) fn order(columns: &mut Vec<Vec<usize>>, ties: &[Tie], beside: &[(usize, usize)], things: usize) {
    let mut near: Vec<[Vec<usize>; 3]> = vec![Default::default(); things];
    for tie in ties {
        near[tie.right][0].push(tie.left);
        near[tie.left][1].push(tie.right);
    }
    for &(one, other) in beside {
        near[one][2].push(other);
        near[other][2].push(one);
    }
    let mut at = vec![0; things];
    for column in columns.iter() {
        rank(column, &mut at);
    }
    let (mut best, mut fewest) = (columns.clone(), crossings(columns, ties, &at));
    for round in 0..ROUNDS {
        let forth = round % 2 == 0;
        for step in 0..columns.len() {
            let place = if forth { step } else { columns.len() - 1 - step };
            let column = &mut columns[place];
            let mut keyed: Vec<(bool, i64, usize)> = column
                .iter()
                .map(|&thing| {
                    let [left, right, same] = &near[thing];
                    let sides = if forth { [left, right, same] } else { [right, left, same] };
                    // The first and the last rounds look at both sides, so that a thing without lines on one side
                    // does not float.
                    let mut seen: Vec<usize> = sides[0].clone();
                    if seen.is_empty() || round % 4 > 1 {
                        seen.extend(sides[1]);
                    }
                    if seen.is_empty() || round % 4 > 1 {
                        seen.extend(same);
                    }
                    (seen.is_empty(), mean(seen.iter().map(|&other| at[other])).unwrap_or(at[thing]), thing)
                })
                .collect();
            // Boxes without lines come last.
            keyed.sort_by_key(|&(loose, middle, thing)| (loose, middle, at[thing]));
            *column = keyed.into_iter().map(|(_, _, thing)| thing).collect();
            rank(column, &mut at);
        }
        let crossed = crossings(columns, ties, &at);
        if crossed < fewest {
            (best, fewest) = (columns.clone(), crossed);
        }
    }
    *columns = best;
    // What has lines within its column alone moves to the other end of one of them: that crosses nothing.
    for column in columns {
        for thing in column.clone() {
            let [left, right, same] = &near[thing];
            let other =
                same.iter().find(|other| !near[**other][0].is_empty() || !near[**other][1].is_empty());
            if let (true, true, Some(other)) = (left.is_empty(), right.is_empty(), other) {
                column.retain(|&known| known != thing);
                let place = column.iter().position(|known| known == other).unwrap_or(column.len());
                column.insert(place, thing);
            }
        }
    }
}

/// Height of a box in its column, from 0 (top) to 100,000.
fn rank(column: &[usize], at: &mut [i64]) {
    let step = 100_000 / i64::try_from(column.len().max(1)).unwrap_or(i64::MAX);
    for (&thing, place) in column.iter().zip(0_i64..) {
        at[thing] = place * step + step / 2;
    }
}

fn mean(numbers: impl Iterator<Item = i64>) -> Option<i64> {
    let (sum, count) = numbers.fold((0, 0), |(sum, count), number| (sum + number, count + 1));
    (count > 0).then(|| sum / count)
}

/// How many ties cross, gutter by gutter: pairs that stand in one order on the left and in the other on the right,
/// counted with a tree of partial sums.
fn crossings(columns: &[Vec<usize>], ties: &[Tie], at: &[i64]) -> usize {
    let mut column_of = vec![0; at.len()];
    let mut place_of = vec![0; at.len()];
    for (column, things) in columns.iter().enumerate() {
        for (place, &thing) in things.iter().enumerate() {
            column_of[thing] = column;
            place_of[thing] = place;
        }
    }
    let mut gutters: Vec<Vec<(usize, usize)>> = vec![Vec::new(); columns.len()];
    for tie in ties {
        gutters[column_of[tie.left]].push((place_of[tie.left], place_of[tie.right]));
    }
    let mut crossed = 0;
    for (gutter, pairs) in gutters.iter_mut().enumerate() {
        pairs.sort_unstable();
        let size = columns.get(gutter + 1).map_or(0, Vec::len);
        let mut sums = vec![0_usize; size + 1];
        for (seen, &(_, right)) in pairs.iter().enumerate() {
            let mut not_below = 0;
            let mut place = right + 1;
            while place > 0 {
                not_below += sums[place];
                place &= place - 1;
            }
            crossed += seen - not_below;
            let mut place = right + 1;
            while place <= size {
                sums[place] += 1;
                place += place & place.wrapping_neg();
            }
        }
    }
    crossed
}

/// The middles of all things, from the top: each as near as the others let it to what it is tied to. `apart` tells how
/// far the middles of two neighbours must be from each other at least.
pub(super) fn align(
    columns: &[Vec<usize>],
    ties: &[Tie],
    things: usize,
    apart: impl Fn(usize, usize) -> i32,
) -> Vec<i32> {
    let mut middle = vec![0; things];
    for column in columns {
        let height: i32 = column.windows(2).map(|pair| apart(pair[0], pair[1])).sum();
        let mut next = -height / 2;
        for (place, &thing) in column.iter().enumerate() {
            middle[thing] = next;
            next += column.get(place + 1).map_or(0, |&below| apart(thing, below));
        }
    }
    let mut near: Vec<Vec<(usize, i32)>> = vec![Vec::new(); things];
    for tie in ties {
        near[tie.left].push((tie.right, tie.right_offset - tie.left_offset));
        near[tie.right].push((tie.left, tie.left_offset - tie.right_offset));
    }
    for round in 0..ROUNDS {
        for step in 0..columns.len() {
            let place = if round % 2 == 0 { step } else { columns.len() - 1 - step };
            settle(&columns[place], &near, &mut middle, &apart);
        }
    }
    middle
}

/// Moves the things of a column as near as they may to where each wants to be, in the order in which they stand: the
/// least sum of squares, found by pooling neighbours that want to pass each other.
fn settle(
    column: &[usize],
    near: &[Vec<(usize, i32)>],
    middle: &mut [i32],
    apart: &impl Fn(usize, usize) -> i32,
) {
    // Each pool: the sum of the weighted wishes, the weight, and how many things are in it.
    let mut pools: Vec<(i64, i64, usize)> = Vec::new();
    let mut shift = 0;
    let mut shifts = Vec::with_capacity(column.len());
    for (place, &thing) in column.iter().enumerate() {
        if let Some(above) = place.checked_sub(1) {
            shift += apart(column[above], thing);
        }
        shifts.push(shift);
        let ties = &near[thing];
        let wish = mean(ties.iter().map(|&(other, offset)| i64::from(middle[other] + offset)))
            .unwrap_or(i64::from(middle[thing]));
        let weight = 1 + 4 * i64::try_from(ties.len()).unwrap_or(1);
        let mut pool = ((wish - i64::from(shift)) * weight, weight, 1);
        while let Some(&(sum, weight, count)) = pools.last()
            && sum.div_euclid(weight) >= pool.0.div_euclid(pool.1)
        {
            pool = (pool.0 + sum, pool.1 + weight, pool.2 + count);
            pools.pop();
        }
        pools.push(pool);
    }
    let mut things = column.iter().zip(shifts);
    for (sum, weight, count) in pools {
        for (&thing, shift) in things.by_ref().take(count) {
            middle[thing] = i32::try_from(sum.div_euclid(weight)).unwrap_or(0) + shift;
        }
    }
}
