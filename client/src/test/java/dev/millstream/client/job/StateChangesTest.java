package dev.millstream.client.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.api.common.JobID;
import dev.millstream.protocol.job.StateChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StateChangesTest {
    private final FakeJobs jobs = new FakeJobs();
    private final List<Long> told = new ArrayList<>();

    @Test
    void shouldTellAllChangesUpToTheJobsEnd() {
        jobs.changes.add(List.of(change(1, "job", "CREATED"), change(2, "map", "FINISHED")));
        jobs.changes.add(List.of(change(3, "job", "FINISHED")));
        assertThat(follow()).isTrue();
        assertThat(told).containsExactly(1L, 2L, 3L);
    }

    @Test
    void shouldEndWhenNoMoreChangesCanBeHad() {
        jobs.changes.add(List.of(change(1, "job", "CREATED")));
        assertThat(follow()).isTrue();
        assertThat(told).containsExactly(1L);
    }

    private boolean follow() {
        return StateChanges.follow(
                        jobs, new JobID(0, 1), (_, change) -> told.add(change.sequence()))
                .isDone();
    }

    private static StateChange change(long sequence, String subject, String state) {
        return new StateChange(sequence, 0, subject, state, Optional.empty());
    }
}
