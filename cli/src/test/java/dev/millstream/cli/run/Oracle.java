package dev.millstream.cli.run;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the examples have to say of texts, found out the simple way. */
final class Oracle {
    private Oracle() {}

    static List<String> words(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT).split("\\W+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    static Map<String, Long> counts(String text) {
        return words(text).stream()
                .collect(Collectors.groupingBy(word -> word, TreeMap::new, Collectors.counting()));
    }

    /** Lines {@code word<TAB>count}, sorted. */
    static List<String> countLines(String text) {
        return counts(text).entrySet().stream()
                .map(entry -> entry.getKey() + "\t" + entry.getValue())
                .sorted()
                .toList();
    }

    /** The ten most frequent words, by count, then by word. */
    static List<String> mostFrequent(String text) {
        return counts(text).entrySet().stream()
                .sorted(
                        Map.Entry.<String, Long>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                .limit(10)
                .map(entry -> entry.getKey() + "\t" + entry.getValue())
                .toList();
    }

    /** Lines {@code length<TAB>different words<TAB>words}, by length. */
    static List<String> lengths(String text) {
        Map<Integer, Long> different =
                counts(text).keySet().stream()
                        .collect(Collectors.groupingBy(String::length, Collectors.counting()));
        Map<Integer, Long> all =
                words(text).stream()
                        .collect(Collectors.groupingBy(String::length, Collectors.counting()));
        return different.keySet().stream()
                .sorted()
                .map(length -> length + "\t" + different.get(length) + "\t" + all.get(length))
                .toList();
    }

    /** Lines {@code word<TAB>left<TAB>right} of the ten words whose counts differ most. */
    static List<String> differences(String left, String right) {
        Map<String, Long> ofLeft = counts(left);
        Map<String, Long> ofRight = counts(right);
        record Row(String word, long left, long right) {
            long difference() {
                return Math.abs(left - right);
            }
        }
        return Stream.concat(ofLeft.keySet().stream(), ofRight.keySet().stream())
                .distinct()
                .map(word ->
                        new Row(
                                word,
                                ofLeft.getOrDefault(word, 0L),
                                ofRight.getOrDefault(word, 0L)))
                .sorted(
                        Comparator.comparingLong(Row::difference)
                                .reversed()
                                .thenComparing(Row::word))
                .limit(10)
                .map(row -> row.word() + "\t" + row.left() + "\t" + row.right())
                .toList();
    }
}
