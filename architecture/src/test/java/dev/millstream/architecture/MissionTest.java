package dev.millstream.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/mission.md} names, for each part of the system, a test that exists, or says that it
 * is absent and why.
 */
class MissionTest {
    private static final Pattern NAMED_TEST = Pattern.compile("`(\\w+Test)#(\\w+)`");
    private static final Pattern ABSENT = Pattern.compile("\\babsent: \\S+");

    /** Rows of tables, without heads and rules. */
    private static List<String> rows(String document) {
        return document.lines()
                .filter(line ->
                        line.startsWith("| ")
                                && !line.startsWith("| ---")
                                && !line.startsWith("| part |"))
                .toList();
    }

    private static List<String> mistakes(String document, List<Sources.Source> tests) {
        return rows(document).stream()
                .flatMap(row -> {
                    Matcher named = NAMED_TEST.matcher(row);
                    List<String> missing =
                            named.results()
                                    .filter(match -> !exists(match.group(1), match.group(2), tests))
                                    .map(match ->
                                            "There is no test "
                                                    + match.group(1)
                                                    + "#"
                                                    + match.group(2))
                                    .toList();
                    boolean says = NAMED_TEST.matcher(row).find() || ABSENT.matcher(row).find();
                    return says
                            ? missing.stream()
                            : List.of(
                                    "This row names no test and doesn't say 'absent: why': " + row)
                                    .stream();
                })
                .toList();
    }

    private static boolean exists(String type, String method, List<Sources.Source> tests) {
        Pattern declaration = Pattern.compile("void " + method + "\\(");
        return tests.stream()
                .filter(source -> source.path().endsWith("/" + type + ".java"))
                .anyMatch(source ->
                        source.lines().stream().anyMatch(line -> declaration.matcher(line).find()));
    }

    @Test
    void shouldNameTestsThatExist() {
        String document = Sources.read("docs/mission.md");
        assertThat(rows(document)).hasSizeGreaterThan(30);
        assertThat(mistakes(document, Sources.tests())).isEmpty();
    }

    @Test
    void shouldCatchATestThatDoesNotExist() {
        assertThat(mistakes("| slot | `SlotTest#should" + "Fly` |", Sources.tests())).hasSize(1);
    }

    @Test
    void shouldCatchARowThatSaysNothing() {
        assertThat(mistakes("| slot | some words |", Sources.tests())).hasSize(1);
        assertThat(mistakes("| slot | absent: comes with processes |", Sources.tests())).isEmpty();
    }
}
