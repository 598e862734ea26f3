package dev.millstream.rpc.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.configuration.Configuration;
import dev.millstream.configuration.ConfigurationReport;
import dev.millstream.configuration.OptionCatalog;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RpcOptionsTest {
    @Test
    void shouldHaveTheseDefaults() {
        assertThat(RpcSettings.of(new Configuration()))
                .isEqualTo(
                        new RpcSettings(
                                10_000,
                                3_000,
                                10 * 1024 * 1024,
                                100_000,
                                1_000,
                                10_000,
                                12.0,
                                "default"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"akka", "pekko"})
    void shouldAcceptOlderNamesWithAWarning(String prefix) {
        Map<String, String> old =
                Map.of(
                        prefix + ".ask.timeout", "20 s",
                        prefix + ".lookup.timeout", "2 s",
                        prefix + ".framesize", "1 mb",
                        prefix + ".watch.heartbeat.interval", "3 s",
                        prefix + ".watch.heartbeat.pause", "4 s",
                        prefix + ".watch.threshold", "5");
        ConfigurationReport report = OptionCatalog.declaredIn(RpcOptions.class).check(old);
        assertThat(report.errors()).isEmpty();
        assertThat(report.warnings())
                .hasSize(6)
                .contains(
                        "The key '" + prefix + ".ask.timeout' is outdated; use 'rpc.ask.timeout'");
        assertThat(RpcSettings.of(Configuration.fromMap(old)))
                .isEqualTo(
                        new RpcSettings(
                                20_000, 2_000, 1 << 20, 100_000, 3_000, 4_000, 5.0, "default"));
    }

    @ParameterizedTest
    @CsvSource({
        "rpc.ask.timeout, 0",
        "rpc.lookup.timeout, 11 s",
        "rpc.framesize, 1 kb",
        "rpc.mailbox.capacity, 0",
        "rpc.watch.heartbeat.interval, 0",
        "rpc.watch.heartbeat.threshold, 0"
    })
    void shouldNameTheOptionThatMakesNoSense(String key, String value) {
        Configuration configuration = new Configuration().setString(key, value);
        assertThatThrownBy(() -> RpcSettings.of(configuration))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(key);
    }
}
