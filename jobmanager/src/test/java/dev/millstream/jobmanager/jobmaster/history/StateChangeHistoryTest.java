package dev.millstream.jobmanager.jobmaster.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.millstream.protocol.job.StateChange;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class StateChangeHistoryTest {
    private final StateChangeHistory history = new StateChangeHistory(3);

    @Test
    void shouldNumberChangesFromOne() {
        add("CREATED");
        add("RUNNING");

        assertThat(history.after(0).join())
                .extracting(StateChange::sequence, StateChange::state)
                .containsExactly(tuple(1L, "CREATED"), tuple(2L, "RUNNING"));
    }

    @Test
    void shouldWaitUntilThereIsAChange() {
        add("CREATED");
        CompletableFuture<List<StateChange>> next = history.after(1);
        assertThat(next).isNotDone();

        add("RUNNING");

        assertThat(next.join()).extracting(StateChange::state).containsExactly("RUNNING");
    }

    @Test
    void shouldForgetTheOldestWhenFull() {
        for (int i = 0; i < 5; i++) {
            add("S" + i);
        }

        assertThat(history.after(0).join())
                .extracting(StateChange::sequence)
                .containsExactly(3L, 4L, 5L);
    }

    @Test
    void shouldAnswerWithNothingOnceNothingWillCome() {
        add("FINISHED");
        CompletableFuture<List<StateChange>> waiting = history.after(1);

        history.close();

        assertThat(waiting.join()).isEmpty();
        assertThat(history.after(1).join()).isEmpty();
        assertThat(history.after(0).join()).hasSize(1);
    }

    private void add(String state) {
        history.add(7, "job", state, Optional.empty());
    }
}
