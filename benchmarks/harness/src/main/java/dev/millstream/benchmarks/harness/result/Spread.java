package dev.millstream.benchmarks.harness.result;

import java.util.List;

/**
 * Where some numbers lie.
 *
 * @param median the middle one, or the mean of the two in the middle
 * @param lowest of all
 * @param highest of all
 * @param count how many
 */
public record Spread(double median, double lowest, double highest, int count) {
    /**
     * Of some numbers.
     *
     * @throws IllegalArgumentException if there are none
     */
    public static Spread of(List<Double> numbers) {
        if (numbers.isEmpty()) {
            throw new IllegalArgumentException("There is no median of no numbers");
        }
        List<Double> sorted = numbers.stream().sorted().toList();
        int size = sorted.size();
        double median = (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
        return new Spread(median, sorted.getFirst(), sorted.getLast(), size);
    }

    /** How far the extremes are apart, as a share of the median. */
    public double relativeWidth() {
        return median == 0 ? 0 : (highest - lowest) / median;
    }
}
