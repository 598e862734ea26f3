package dev.millstream.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.configuration.ConfigOption;
import dev.millstream.configuration.OptionCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KnownOptionsTest {
    private static final String MAIN = "src/main/java/";

    @Test
    void shouldKnowTheOptionsOfEveryComponent() throws Exception {
        List<String> known =
                KnownOptions.catalog().options().stream().map(ConfigOption::key).toList();
        List<Class<?>> declaring = classesNamedOptions();
        assertThat(declaring).hasSizeGreaterThan(5);
        for (Class<?> type : declaring) {
            assertThat(known)
                    .as(type.getName())
                    .containsAll(
                            OptionCatalog.declaredIn(type).options().stream()
                                    .map(ConfigOption::key)
                                    .toList());
        }
    }

    private static List<Class<?>> classesNamedOptions() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(".."))) {
            return files.map(path -> path.toString().replace('\\', '/'))
                    .filter(path -> path.contains(MAIN) && path.endsWith("Options.java"))
                    .filter(path -> !path.contains("/cli/"))
                    .flatMap(path -> load(path).stream())
                    .collect(Collectors.toList());
        }
    }

    /** Empty for a component that the command line doesn't contain. */
    private static Optional<Class<?>> load(String path) {
        String name =
                path.substring(path.indexOf(MAIN) + MAIN.length())
                        .replace(".java", "")
                        .replace('/', '.');
        try {
            return Optional.of(Class.forName(name));
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }

    @Test
    void shouldDescribeEachOption() {
        assertThat(KnownOptions.catalog().options())
                .allSatisfy(option -> assertThat(option.description()).endsWith("."));
    }

    @Test
    void shouldShowDefaultsInTheConfigurationFileThatIsShipped() throws IOException {
        Map<String, String> shown = new TreeMap<>();
        Path file = Path.of("..", "dist", "src", "main", "dist", "conf", "config.yaml");
        assertThat(ConfigurationFile.read(file)).isEmpty();
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("#") && !line.startsWith("# ")) {
                String[] pair = line.substring(1).split(": ", 2);
                shown.put(pair[0], pair[1]);
            }
        }
        assertThat(KnownOptions.catalog().check(shown).errors()).isEmpty();
        for (ConfigOption<?> option : KnownOptions.catalog().options()) {
            String value = shown.remove(option.key());
            if (value != null && option.hasDefaultValue()) {
                assertThat(value).as(option.key()).isEqualTo(option.defaultText().orElseThrow());
            }
        }
        assertThat(shown).isEmpty();
    }
}
