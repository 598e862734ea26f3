package dev.millstream.architecture;

import dev.millstream.architecture.Sources.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What can be seen in the text of the sources only. */
final class SourceRules {
    private static final int MOST_LINES = 500;
    private static final int MOST_FILES = 25;
    private static final Pattern UNFINISHED =
            Pattern.compile(
                    "\\b(TO"
                            + "DO|FIX"
                            + "ME|XX"
                            + "X)\\b|not (yet )?implement"
                            + "ed|UnsupportedOperationException\\(\\)");
    private static final Pattern SUPPRESSION = Pattern.compile("@Suppress" + "Warnings");

    private SourceRules() {}

    /** No file is longer than can be explained; the public API's are as long as the field's. */
    static List<String> longFiles(List<Source> sources) {
        return sources.stream()
                .filter(source -> source.lines().size() > MOST_LINES && !isPublicApi(source))
                .map(source -> source.path() + " has " + source.lines().size() + " lines")
                .toList();
    }

    /** No package has more files than can be overlooked. */
    static List<String> largePackages(List<Source> sources) {
        SortedMap<String, Integer> files = new TreeMap<>();
        for (Source source : sources) {
            if (!isPublicApi(source)) {
                files.merge(source.path().replaceAll("/[^/]*$", ""), 1, Integer::sum);
            }
        }
        List<String> found = new ArrayList<>();
        files.forEach((folder, count) -> {
            if (count > MOST_FILES + 1) {
                found.add(folder + " has " + count + " files");
            }
        });
        return found;
    }

    /**
     * Every package has a package-info that marks it null-safe and says in a sentence what it is.
     */
    static List<String> unmarkedPackages(List<Source> sources) {
        SortedMap<String, Boolean> marked = new TreeMap<>();
        for (Source source : sources) {
            boolean info =
                    source.path().endsWith("/package-info.java")
                            && source.lines().contains("@NullMarked")
                            && source.lines().getFirst().startsWith("/**");
            marked.merge(source.path().replaceAll("/[^/]*$", ""), info, Boolean::logicalOr);
        }
        return marked.entrySet().stream()
                .filter(entry -> !entry.getValue())
                .map(entry ->
                        entry.getKey()
                                + " has no package-info that is @NullMarked and says what it is")
                .toList();
    }

    /** Imports are in ASCII order, one by one, without wildcards. */
    static List<String> disorderlyImports(List<Source> sources) {
        List<String> found = new ArrayList<>();
        for (Source source : sources) {
            for (String prefix : List.of("import static ", "import ")) {
                List<String> imports =
                        source.lines().stream()
                                .filter(line -> line.startsWith(prefix))
                                .filter(line ->
                                        !prefix.equals("import ")
                                                || !line.startsWith("import static "))
                                .map(line -> line.substring(0, line.indexOf(';')))
                                .toList();
                if (!imports.equals(imports.stream().sorted().toList())
                        || imports.stream().anyMatch(line -> line.endsWith("*"))) {
                    found.add(source.path() + " has imports out of order or with a wildcard");
                }
            }
        }
        return found;
    }

    /** Nothing is left for later. */
    static List<String> unfinished(List<Source> sources) {
        return matching(sources, UNFINISHED, source -> true);
    }

    /** Each suppressed warning has its reason in a comment on the line before or beside it. */
    static List<String> unexplainedSuppressions(List<Source> sources) {
        List<String> found = new ArrayList<>();
        for (Source source : sources) {
            List<String> lines = source.lines();
            for (int i = 0; i < lines.size(); i++) {
                boolean explained =
                        lines.get(i).contains("//")
                                || isComment(lines, i - 1)
                                || isComment(lines, i + 1);
                if (SUPPRESSION.matcher(lines.get(i)).find() && !explained) {
                    found.add(
                            source.path()
                                    + ":"
                                    + (i + 1)
                                    + " suppresses a warning and doesn't say why");
                }
            }
        }
        return found;
    }

    private static boolean isComment(List<String> lines, int index) {
        return index >= 0 && index < lines.size() && lines.get(index).strip().startsWith("//");
    }

    /** Tests don't sleep, are not skipped, and use no mocks. */
    static List<String> weakTests(List<Source> tests) {
        Pattern weak =
                Pattern.compile(
                        "Thread\\.sl" + "eep\\(|@Disab" + "led|assumeTr" + "ue|org\\.mocki" + "to");
        return matching(tests, weak, source -> true);
    }

    private static List<String> matching(
            List<Source> sources, Pattern pattern, java.util.function.Predicate<Source> which) {
        return sources.stream()
                .filter(which)
                .flatMap(source ->
                        IntStream.range(0, source.lines().size())
                                .filter(i -> pattern.matcher(source.lines().get(i)).find())
                                .mapToObj(i ->
                                        source.path()
                                                + ":"
                                                + (i + 1)
                                                + " "
                                                + source.lines().get(i).strip()))
                .toList();
    }

    private static boolean isPublicApi(Source source) {
        String path = source.path().replaceAll(".*/src/(main|test)/java/", "").replace('/', '.');
        return House.isPublicApi(path);
    }
}
