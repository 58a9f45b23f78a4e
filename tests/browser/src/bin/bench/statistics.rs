//! Medians and quartiles.

/// Returns the lower quartile, the median and the upper quartile; zeros if there are no values.
pub fn quartiles(values: &[f64]) -> [f64; 3] {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let last = sorted.len().saturating_sub(1) as f64;
    [0.25, 0.5, 0.75].map(|part| {
        let at = last * part;
        let (below, above) = (at.floor() as usize, at.ceil() as usize);
        let value = |at: usize| sorted.get(at).copied().unwrap_or_default();
        value(below) + (value(above) - value(below)) * at.fract()
    })
}

/// Returns the median.
pub fn median(values: &[f64]) -> f64 {
    quartiles(values)[1]
}
