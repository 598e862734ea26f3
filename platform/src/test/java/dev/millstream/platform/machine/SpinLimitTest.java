package dev.millstream.platform.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpinLimitTest {
    private static final int MOST = 128;

    private final SpinLimit limit = new SpinLimit(MOST);

    private int looksOfFailedWaits(int waits) {
        int looks = 0;
        for (int i = 0; i < waits; i++) {
            looks += limit.next();
            limit.failed();
        }
        return looks;
    }

    @Test
    void shouldLookLongAtFirst() {
        assertThat(limit.next()).isEqualTo(MOST);
    }

    @Test
    void shouldSoonStopLookingWhenItNeverPays() {
        assertThat(looksOfFailedWaits(10)).isLessThan(2 * MOST);
        assertThat(limit.next()).isZero();
    }

    @Test
    void shouldTryAgainNowAndThen() {
        looksOfFailedWaits(10);
        assertThat(looksOfFailedWaits(1_000)).isBetween(MOST, 16 * MOST);
    }

    @Test
    void shouldLookLongAgainOnceItPays() {
        looksOfFailedWaits(10);
        for (int i = 0; i < 5; i++) {
            limit.paid();
        }
        assertThat(limit.next()).isEqualTo(MOST);
    }

    @Test
    void shouldNeverLookWhereThereIsOneCore() {
        SpinLimit none = new SpinLimit(0);
        for (int i = 0; i < 200; i++) {
            assertThat(none.next()).isZero();
            none.paid();
        }
    }
}
