package dev.millstream.jobmanager.jobmaster.executiongraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.jobmanager.fixture.Jobs;
import dev.millstream.protocol.task.ExecutionState;
import dev.millstream.rpc.fencing.Epoch;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AttemptTest {
    private final ExecutionGraph graph =
            new ExecutionGraph(Jobs.pipeline(2, 1).graph(), new Epoch(3, 1));

    @ParameterizedTest
    @CsvSource({
        "CREATED, SCHEDULED CANCELED FAILED",
        "SCHEDULED, DEPLOYING CANCELED FAILED",
        "DEPLOYING, INITIALIZING RUNNING FINISHED CANCELING FAILED",
        "INITIALIZING, RUNNING FINISHED CANCELING FAILED",
        "RUNNING, FINISHED CANCELING FAILED",
        "CANCELING, CANCELED FINISHED FAILED",
        "FINISHED, ''",
        "CANCELED, ''",
        "FAILED, ''"
    })
    void shouldListItsLegalTransitions(ExecutionState from, String to) {
        TreeSet<ExecutionState> expected = new TreeSet<>();
        for (String state : to.split(" ", -1)) {
            if (!state.isEmpty()) {
                expected.add(ExecutionState.valueOf(state));
            }
        }

        assertThat(AttemptStates.successors(from)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @EnumSource(ExecutionState.class)
    void shouldRefuseEveryOtherTransitionNamingBoth(ExecutionState next) {
        Attempt attempt = graph.tasks().getFirst().attempt();
        if (AttemptStates.successors(ExecutionState.CREATED).contains(next)) {
            attempt.to(next);
            assertThat(attempt.state()).isEqualTo(next);
        } else {
            assertThatThrownBy(() -> attempt.to(next))
                    .isInstanceOf(IllegalTransitionException.class)
                    .hasMessageContaining("from CREATED to " + next);
            assertThat(attempt.state()).isEqualTo(ExecutionState.CREATED);
        }
    }

    @Test
    void shouldNameSubtasksForPeople() {
        assertThat(graph.tasks())
                .extracting(task -> task.attempt().name())
                .containsExactly(
                        "source (coordinator)", "source (1/2)", "source (2/2)", "sink (1/1)");
    }

    @Test
    void shouldBearTheEpochOfItsJobMasterAndCountUp() {
        graph.tasks().forEach(task -> task.attempt().to(ExecutionState.CANCELED));
        var before = graph.tasks().getFirst().attempt().id();

        graph.renewAll();

        var after = graph.tasks().getFirst().attempt().id();
        assertThat(before.leader()).isEqualTo(3);
        assertThat(before.incarnation()).isEqualTo(1);
        assertThat(before.attempt()).isZero();
        assertThat(after.attempt()).isEqualTo(1);
        assertThat(graph.current(before)).isEmpty();
        assertThat(graph.current(after)).isPresent();
    }

    @Test
    void shouldNotBeReplacedWhileItLives() {
        assertThatThrownBy(graph::renewAll)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("source (coordinator) is still CREATED");
    }
}
