package dev.millstream.benchmarks.process;

/** Sizes of runs: round numbers, so that runs of several processes often have the same size. */
public final class RoundSize {
    private static final double[] STEPS = {1, 1.2, 1.5, 1.8, 2.2, 2.6, 3, 4, 5, 6, 7, 8.5};

    private RoundSize() {}

    /**
     * The smallest round size that isn't below a wish: an even number, or a single-digit one where
     * the wish is small.
     */
    public static long atLeast(double wish) {
        if (wish < 100) {
            return Math.max(1, (long) Math.ceil(wish));
        }
        double power = Math.pow(10, Math.floor(Math.log10(wish)));
        for (double step : STEPS) {
            if (step * power >= wish) {
                return Math.round(step * power);
            }
        }
        return Math.round(10 * power);
    }
}
