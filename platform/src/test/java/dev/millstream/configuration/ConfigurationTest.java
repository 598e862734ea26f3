package dev.millstream.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTest {
    private enum Colour {
        LIGHT_BLUE,
        RED
    }

    private static final ConfigOption<Duration> TIMEOUT =
            ConfigOptions.key("timeout")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(10))
                    .withDescription("How long.")
                    .withFallbackKeys("timeout.other")
                    .withDeprecatedKeys("old.timeout");
    private static final ConfigOption<Integer> COUNT =
            ConfigOptions.key("count").intType().noDefaultValue();
    private static final ConfigOption<Colour> COLOUR =
            ConfigOptions.key("colour").enumType(Colour.class).defaultValue(Colour.RED);

    @Test
    void shouldGiveTheDefaultWhereNothingIsSet() {
        assertThat(new Configuration().get(TIMEOUT)).isEqualTo(Duration.ofSeconds(10));
        assertThat(new Configuration().getOptional(TIMEOUT)).isEmpty();
        assertThat(new Configuration().contains(TIMEOUT)).isFalse();
        assertThat(new Configuration().get(TIMEOUT, Duration.ZERO)).isEqualTo(Duration.ZERO);
    }

    @Test
    void shouldPreferTheOwnKeyThenTheFallbackThenTheDeprecatedOne() {
        Configuration configuration = Configuration.fromMap(Map.of("old.timeout", "1 s"));
        assertThat(configuration.get(TIMEOUT)).isEqualTo(Duration.ofSeconds(1));
        configuration.setString("timeout.other", "2 s");
        assertThat(configuration.get(TIMEOUT)).isEqualTo(Duration.ofSeconds(2));
        configuration.set(TIMEOUT, Duration.ofMillis(3));
        assertThat(configuration.get(TIMEOUT)).isEqualTo(Duration.ofMillis(3));
    }

    @Test
    void shouldNameTheOptionThatHasNeitherValueNorDefault() {
        assertThatThrownBy(() -> new Configuration().get(COUNT))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("'count'")
                .hasMessageContaining("an integer");
    }

    @Test
    void shouldNameKeyValueAndTypeOfABadValue() {
        Configuration configuration = new Configuration().setString("old.timeout", "soon");
        assertThatThrownBy(() -> configuration.get(TIMEOUT))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessage(
                        "The value 'soon' of the option 'old.timeout' is not a duration such as"
                                + " '10 s' or '500 ms'");
    }

    @Test
    void shouldReadEnumsInAnyCaseAndNameTheChoices() {
        assertThat(new Configuration().setString("colour", "light-blue").get(COLOUR))
                .isEqualTo(Colour.LIGHT_BLUE);
        assertThatThrownBy(() -> new Configuration().setString("colour", "green").get(COLOUR))
                .hasMessageContaining("one of LIGHT_BLUE, RED");
    }

    @Test
    void shouldReadBackWhatItWrote() {
        ConfigOption<List<Integer>> list =
                ConfigOptions.key("list").intType().asList().defaultValue(List.of());
        ConfigOption<Boolean> flag = ConfigOptions.key("flag").booleanType().defaultValue(false);
        ConfigOption<Double> ratio = ConfigOptions.key("ratio").doubleType().defaultValue(0.5);
        Configuration configuration =
                new Configuration().set(list, List.of(1, 2)).set(flag, true).set(ratio, 0.25);
        assertThat(configuration.get(list)).containsExactly(1, 2);
        assertThat(configuration.get(flag)).isTrue();
        assertThat(configuration.get(ratio)).isEqualTo(0.25);
        assertThat(configuration.toMap())
                .containsExactly(
                        Map.entry("flag", "true"),
                        Map.entry("list", "1;2"),
                        Map.entry("ratio", "0.25"));
    }

    @Test
    void shouldLetTheAddedValuesWin() {
        Configuration base = new Configuration().set(COUNT, 1).set(COLOUR, Colour.RED);
        base.addAll(new Configuration().set(COUNT, 2));
        assertThat(base.get(COUNT)).isEqualTo(2);
        assertThat(base.get(COLOUR)).isEqualTo(Colour.RED);
    }

    @ParameterizedTest
    @CsvSource({
        "10 s, PT10S",
        "10s, PT10S",
        "500 ms, PT0.5S",
        "500, PT0.5S",
        "2 min, PT2M",
        "1 h, PT1H",
        "1 day, PT24H",
        "PT3S, PT3S",
        "7 us, PT0.000007S"
    })
    void shouldReadDurations(String text, Duration expected) {
        assertThat(new Configuration().setString("timeout", text).get(TIMEOUT)).isEqualTo(expected);
        Configuration written = new Configuration().set(TIMEOUT, expected);
        assertThat(written.get(TIMEOUT)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s", "-1 s", "1 fortnight", "1.5 s", "99999999999999999999 s"})
    void shouldRefuseOtherDurations(String text) {
        Configuration configuration = new Configuration().setString("timeout", text);
        assertThatThrownBy(() -> configuration.get(TIMEOUT))
                .isInstanceOf(InvalidOptionException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "10 mb, 10485760, 10 mb",
        "10m, 10485760, 10 mb",
        "1024 kb, 1048576, 1 mb",
        "1536 k, 1572864, 1536 kb",
        "17, 17, 17 bytes",
        "1 GiB, 1073741824, 1 gb",
        "0, 0, 0 bytes"
    })
    void shouldReadAndWriteSizes(String text, long bytes, String written) {
        assertThat(MemorySize.parse(text)).isEqualTo(new MemorySize(bytes)).hasToString(written);
        assertThat(MemorySize.parse(written)).isEqualTo(new MemorySize(bytes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mb", "1 xb", "-1", "9999999999 tb"})
    void shouldRefuseOtherSizes(String text) {
        ConfigOption<MemorySize> size =
                ConfigOptions.key("size").memoryType().defaultValue(MemorySize.ZERO);
        assertThatThrownBy(() -> new Configuration().setString("size", text).get(size))
                .isInstanceOf(InvalidOptionException.class);
    }
}
