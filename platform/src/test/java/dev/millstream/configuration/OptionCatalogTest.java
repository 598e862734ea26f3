package dev.millstream.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionCatalogTest {
    /** Options of a component. */
    public static final class SampleOptions {
        public static final ConfigOption<Integer> SLOTS =
                ConfigOptions.key("taskmanager.slots")
                        .intType()
                        .defaultValue(2)
                        .withDeprecatedKeys("taskmanager.numberOfTaskSlots");
        public static final ConfigOption<String> HOST =
                ConfigOptions.key("rest.address").stringType().noDefaultValue();

        private SampleOptions() {}
    }

    private final OptionCatalog catalog = OptionCatalog.declaredIn(SampleOptions.class);

    @Test
    void shouldFindTheDeclaredOptions() {
        assertThat(catalog.options()).containsExactly(SampleOptions.HOST, SampleOptions.SLOTS);
    }

    @Test
    void shouldNameTheNearestKeyOfAnUnknownOne() {
        ConfigurationReport report = catalog.check(Map.of("taskmanager.slot", "2"));
        assertThat(report.isValid()).isFalse();
        assertThat(report.errors())
                .containsExactly(
                        "There is no option 'taskmanager.slot'; did you mean 'taskmanager.slots'?");
    }

    @Test
    void shouldNotGuessWhenNothingIsNear() {
        assertThat(catalog.check(Map.of("x", "2")).errors())
                .containsExactly("There is no option 'x'");
    }

    @Test
    void shouldWarnOfADeprecatedKey() {
        ConfigurationReport report = catalog.check(Map.of("taskmanager.numberOfTaskSlots", "2"));
        assertThat(report.isValid()).isTrue();
        assertThat(report.warnings())
                .containsExactly(
                        "The key 'taskmanager.numberOfTaskSlots' is outdated; use"
                                + " 'taskmanager.slots'");
    }

    @Test
    void shouldReportBadValuesTogether() {
        ConfigurationReport report =
                catalog.check(Map.of("taskmanager.slots", "many", "nonsense.key", "1"));
        assertThat(report.errors()).hasSize(2);
        assertThat(report.errors().getLast()).contains("'many'", "'taskmanager.slots'");
    }

    @Test
    void shouldRefuseTwoOptionsWithOneKey() {
        assertThatThrownBy(() -> OptionCatalog.of(List.of(SampleOptions.HOST, SampleOptions.HOST)))
                .hasMessageContaining("'rest.address' is declared twice");
    }
}
