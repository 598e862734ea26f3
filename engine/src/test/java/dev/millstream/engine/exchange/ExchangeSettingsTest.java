package dev.millstream.engine.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.configuration.Configuration;
import dev.millstream.engine.exchange.element.BatchBounds;
import dev.millstream.engine.exchange.queue.QueueBounds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExchangeSettingsTest {
    @Test
    void shouldHaveDefaults() {
        ExchangeSettings settings = ExchangeSettings.of(new Configuration());
        int frame = 64 << 20;
        assertThat(settings)
                .isEqualTo(
                        new ExchangeSettings(
                                new BatchBounds(1024, 32_768, frame - 32_768 - 10_240 - 64),
                                new QueueBounds(8, 262_144),
                                8,
                                frame,
                                1_000_000,
                                30_000,
                                10_000));
    }

    @Test
    void shouldReadItsKeys() {
        Configuration configuration =
                new Configuration()
                        .setString("exchange.batch.records", "1")
                        .setString("exchange.batch.size", "2 b")
                        .setString("exchange.queue.batches", "3")
                        .setString("exchange.queue.size", "4 b")
                        .setString("exchange.credits", "5")
                        .setString("exchange.frame.max-size", "100 b")
                        .setString("exchange.buffer.timeout", "6 ms")
                        .setString("exchange.partition.request-timeout", "7 ms")
                        .setString("exchange.connect-timeout", "8 ms");
        assertThat(ExchangeSettings.of(configuration))
                .isEqualTo(
                        new ExchangeSettings(
                                new BatchBounds(1, 2, 24),
                                new QueueBounds(3, 4),
                                5,
                                100,
                                6_000_000,
                                7,
                                8));
    }

    @ParameterizedTest
    @CsvSource({
        "exchange.batch.records, 0",
        "exchange.queue.batches, 0",
        "exchange.credits, -1",
        "exchange.batch.size, 0 b",
        "exchange.frame.max-size, 40 kb"
    })
    void shouldRefuseWhatMakesNoSense(String key, String value) {
        Configuration configuration = new Configuration().setString(key, value);
        assertThatThrownBy(() -> ExchangeSettings.of(configuration)).hasMessageContaining(key);
    }
}
