package dev.millstream.engine.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.engine.thread.Deadlines;
import dev.millstream.platform.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceIdlenessTest {
    private long nowNs;
    private final Deadlines deadlines =
            new Deadlines(
                    new Clock() {
                        @Override
                        public long wallMs() {
                            return nowNs / 1_000_000;
                        }

                        @Override
                        public long nanos() {
                            return nowNs;
                        }
                    });
    private final List<Boolean> heard = new ArrayList<>();
    private final SourceIdleness idleness = new SourceIdleness(deadlines, 5_000, heard::add);

    private void pass(long milliseconds) throws Exception {
        nowNs += milliseconds * 1_000_000;
        deadlines.fire(nowNs);
    }

    @Test
    void shouldBeIdleOnceThereWasNothingToReadForAWhile() throws Exception {
        idleness.nothingToRead();
        pass(4_999);
        assertThat(heard).isEmpty();
        pass(1);
        assertThat(heard).containsExactly(true);
        pass(60_000);
        assertThat(heard).containsExactly(true);
    }

    @Test
    void shouldNotBeIdleAnyMoreWhenThereIsSomethingToRead() throws Exception {
        idleness.nothingToRead();
        pass(5_000);
        idleness.found();
        assertThat(heard).containsExactly(true, false);
    }

    @Test
    void shouldBeginAnewEachTimeSomethingWasRead() throws Exception {
        idleness.nothingToRead();
        pass(3_000);
        idleness.found();
        idleness.nothingToRead();
        pass(3_000);
        assertThat(heard).isEmpty();
        pass(2_000);
        assertThat(heard).containsExactly(true);
    }

    @Test
    void shouldNeverBeIdleWithoutATimeout() throws Exception {
        SourceIdleness never = new SourceIdleness(deadlines, 0, heard::add);
        never.nothingToRead();
        pass(1_000_000);
        assertThat(heard).isEmpty();
    }
}
