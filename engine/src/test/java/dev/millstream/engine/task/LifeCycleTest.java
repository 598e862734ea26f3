package dev.millstream.engine.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.protocol.task.ExecutionState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LifeCycleTest {
    private static LifeCycle after(List<ExecutionState> states) {
        LifeCycle lifeCycle = new LifeCycle();
        states.forEach(lifeCycle::enter);
        return lifeCycle;
    }

    @ParameterizedTest
    @CsvSource({
        "INITIALIZING RUNNING FINISHED",
        "INITIALIZING RUNNING CANCELING CANCELED",
        "INITIALIZING CANCELING CANCELED",
        "INITIALIZING RUNNING FAILED",
        "INITIALIZING FAILED",
        "CANCELING CANCELED"
    })
    void shouldAllowEachWayToTheEnd(String way) {
        List<ExecutionState> states =
                List.of(way.split(" ")).stream().map(ExecutionState::valueOf).toList();

        assertThat(after(states).state().isTerminal()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "INITIALIZING, FINISHED",
        "INITIALIZING RUNNING, CANCELED",
        "INITIALIZING RUNNING, INITIALIZING",
        "INITIALIZING RUNNING FINISHED, FAILED",
        "INITIALIZING RUNNING CANCELING, FINISHED"
    })
    void shouldRefuseAllOthersNamingBothStates(String way, ExecutionState illegal) {
        List<ExecutionState> states =
                List.of(way.split(" ")).stream().map(ExecutionState::valueOf).toList();
        LifeCycle lifeCycle = after(states);

        assertThatThrownBy(() -> lifeCycle.enter(illegal))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(states.getLast().name())
                .hasMessageContaining(illegal.name());
    }

    @Test
    void shouldBeginAsDeploying() {
        assertThat(new LifeCycle().state()).isEqualTo(ExecutionState.DEPLOYING);
    }
}
