package dev.millstream.transport.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.transport.handshake.RefusalCause;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RefusalLogTest {
    private final AtomicLong nowNs = new AtomicLong(-5);
    private final RefusalLog log = new RefusalLog(nowNs::get);

    @Test
    void shouldLogEachCauseOnceInAWhileWithTheNumberInBetween() {
        assertThat(log.count(RefusalCause.TOKEN)).contains(0L);
        for (int i = 0; i < 1_000; i++) {
            assertThat(log.count(RefusalCause.TOKEN)).isEmpty();
        }
        assertThat(log.count(RefusalCause.NOT_OURS)).contains(0L);
        nowNs.addAndGet(TimeUnit.SECONDS.toNanos(10));
        assertThat(log.count(RefusalCause.TOKEN)).contains(1_000L);
        assertThat(log.count(RefusalCause.TOKEN)).isEmpty();
        assertThat(log.total()).isEqualTo(1_004);
    }
}
