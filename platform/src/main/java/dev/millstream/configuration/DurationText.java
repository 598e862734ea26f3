package dev.millstream.configuration;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** Durations as people write them: a number, then a unit; without one it means milliseconds. */
final class DurationText {
    private record Unit(ChronoUnit unit, String symbol, List<String> others) {
        boolean is(String text) {
            return symbol.equals(text) || others.contains(text);
        }
    }

    /** From the largest. */
    private static final List<Unit> UNITS =
            List.of(
                    new Unit(ChronoUnit.DAYS, "d", List.of("day", "days")),
                    new Unit(ChronoUnit.HOURS, "h", List.of("hour", "hours")),
                    new Unit(ChronoUnit.MINUTES, "min", List.of("m", "minute", "minutes")),
                    new Unit(ChronoUnit.SECONDS, "s", List.of("sec", "secs", "second", "seconds")),
                    new Unit(
                            ChronoUnit.MILLIS,
                            "ms",
                            List.of("milli", "millis", "millisecond", "milliseconds")),
                    new Unit(
                            ChronoUnit.MICROS,
                            "us",
                            List.of("µs", "micro", "micros", "microsecond", "microseconds")),
                    new Unit(
                            ChronoUnit.NANOS,
                            "ns",
                            List.of("nano", "nanos", "nanosecond", "nanoseconds")));

    private DurationText() {}

    static Duration parse(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.startsWith("p") || lower.startsWith("-p")) {
            try {
                return Duration.parse(text);
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException(text, e);
            }
        }
        int digits = 0;
        while (digits < lower.length() && Character.isDigit(lower.charAt(digits))) {
            digits++;
        }
        long count = Long.parseLong(lower.substring(0, digits));
        return Duration.of(count, unit(lower.substring(digits).strip()));
    }

    static String format(Duration value) {
        for (Unit unit : UNITS) {
            Duration one = unit.unit().getDuration();
            long count = value.dividedBy(one);
            if (count != 0 && one.multipliedBy(count).equals(value)) {
                return count + " " + unit.symbol();
            }
        }
        return value.isZero() ? "0 ms" : value.toString();
    }

    private static ChronoUnit unit(String text) {
        if (text.isEmpty()) {
            return ChronoUnit.MILLIS;
        }
        return UNITS.stream()
                .filter(unit -> unit.is(text))
                .map(Unit::unit)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown unit '" + text + "'"));
    }
}
