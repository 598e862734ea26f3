package dev.millstream.jobmanager;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.configuration.Configuration;
import dev.millstream.configuration.MemorySize;
import dev.millstream.jobmanager.jobmaster.restart.RestartStrategyOptions;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class JobManagerOptionsTest {
    @Test
    void shouldHaveItsDefaults() {
        Configuration none = new Configuration();

        assertThat(none.get(JobManagerOptions.SLOT_REQUEST_TIMEOUT))
                .isEqualTo(Duration.ofMinutes(5));
        assertThat(none.get(JobManagerOptions.FINISHED_JOBS)).isEqualTo(100);
        assertThat(none.get(JobManagerOptions.STATE_CHANGES)).isEqualTo(10_000);
        assertThat(none.get(JobManagerOptions.CANCEL_RETRY_INTERVAL))
                .isEqualTo(Duration.ofSeconds(1));
        assertThat(none.get(JobManagerOptions.RECONNECT_DELAY)).isEqualTo(Duration.ofMillis(200));
        assertThat(none.get(JobManagerOptions.REQUIREMENT_CHECK_DELAY))
                .isEqualTo(Duration.ofMillis(50));
        assertThat(none.get(JobManagerOptions.ORPHAN_TIMEOUT)).isEqualTo(Duration.ofSeconds(10));
        assertThat(none.get(JobManagerOptions.SLOT_RETRY_DELAY)).isEqualTo(Duration.ofMillis(200));
        assertThat(none.get(JobManagerOptions.MAX_BLOB_SIZE))
                .isEqualTo(MemorySize.ofMebiBytes(512));
        assertThat(none.get(JobManagerOptions.MAX_BLOB_STORAGE))
                .isEqualTo(MemorySize.ofMebiBytes(4096));
        assertThat(none.get(RestartStrategyOptions.TYPE))
                .isEqualTo(RestartStrategyOptions.Type.NONE);
        assertThat(none.get(RestartStrategyOptions.FIXED_DELAY_ATTEMPTS)).isEqualTo(1);
        assertThat(none.get(RestartStrategyOptions.FIXED_DELAY_DELAY))
                .isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void shouldUseTheKeysThatTheFieldKnows() {
        Configuration set =
                new Configuration()
                        .setString("slot.request.timeout", "7 s")
                        .setString("jobstore.max-capacity", "3")
                        .setString("slotmanager.requirement-check.delay", "9 ms")
                        .setString("restart-strategy.type", "fixed-delay");

        assertThat(set.get(JobManagerOptions.SLOT_REQUEST_TIMEOUT))
                .isEqualTo(Duration.ofSeconds(7));
        assertThat(set.get(JobManagerOptions.FINISHED_JOBS)).isEqualTo(3);
        assertThat(set.get(JobManagerOptions.REQUIREMENT_CHECK_DELAY))
                .isEqualTo(Duration.ofMillis(9));
        assertThat(set.get(RestartStrategyOptions.TYPE))
                .isEqualTo(RestartStrategyOptions.Type.FIXED_DELAY);
    }
}
