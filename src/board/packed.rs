//! A document remembers its words in few bytes: increasing numbers, each written as its distance from the one before.

/// Writes increasing numbers.
pub fn pack(numbers: &[u32]) -> Box<[u8]> {
    let mut bytes = Vec::with_capacity(numbers.len() * 2);
    let mut before = 0;
    for number in numbers {
        put(&mut bytes, u64::from(number.wrapping_sub(before)));
        before = *number;
    }
    bytes.into_boxed_slice()
}

/// Reads them back.
pub fn unpack(mut bytes: &[u8]) -> impl Iterator<Item = u32> {
    let mut number = 0_u32;
    std::iter::from_fn(move || {
        let step = take(&mut bytes)?;
        number = number.wrapping_add(u32::try_from(step).ok()?);
        Some(number)
    })
}

/// Writes a number, seven bits a byte, the least first.
pub fn put(bytes: &mut Vec<u8>, mut number: u64) {
    while number > 0x7f {
        bytes.push(low(number) | 0x80);
        number >>= 7;
    }
    bytes.push(low(number));
}

fn low(number: u64) -> u8 {
    number.to_le_bytes()[0] & 0x7f
}

/// Reads a number and moves on; `None` when there is no whole number.
pub fn take(bytes: &mut &[u8]) -> Option<u64> {
    let mut number = 0;
    for shift in (0..64).step_by(7) {
        let (first, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= u64::from(first & 0x7f).checked_shl(shift)?;
        if first & 0x80 == 0 {
            return Some(number);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_back_as_they_were() {
        for numbers in [vec![], vec![0], vec![0, 1, 127, 128, 300, 70_000, u32::MAX - 1, u32::MAX]] {
            assert_eq!(unpack(&pack(&numbers)).collect::<Vec<_>>(), numbers);
        }
    }

    #[test]
    fn what_is_cut_short_is_no_number() {
        assert_eq!(take(&mut &[0x80, 0x80][..]), None);
        assert_eq!(take(&mut &[0xff; 20][..]), None);
    }
}
