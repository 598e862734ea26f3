package dev.millstream.jobmanager.jobmaster.executiongraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.api.common.JobStatus;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class JobStatusMachineTest {
    @ParameterizedTest
    @CsvSource({
        "CREATED RUNNING FINISHED",
        "CREATED RUNNING RESTARTING CREATED RUNNING FAILING FAILED",
        "CREATED RESTARTING CANCELLING CANCELED",
        "CREATED CANCELLING CANCELED",
        "CREATED FAILING FAILED",
        "CANCELLING CANCELED",
        "FAILING FAILED",
        "CREATED RUNNING RESTARTING FAILING FAILED",
    })
    void shouldGoAllLegalWays(String way) {
        JobStatusMachine machine = new JobStatusMachine("j");

        for (String next : way.split(" ", -1)) {
            machine.to(JobStatus.valueOf(next));
        }

        assertThat(machine.status().isGloballyTerminalState()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(JobStatus.class)
    void shouldLeaveNoStatusThatEndsAJob(JobStatus status) {
        assertThat(JobStatusMachine.successors(status).isEmpty())
                .isEqualTo(
                        List.of(
                                        JobStatus.FAILED,
                                        JobStatus.CANCELED,
                                        JobStatus.FINISHED,
                                        JobStatus.SUSPENDED,
                                        JobStatus.RECONCILING)
                                .contains(status));
    }

    @Test
    void shouldNameBothStatusesOfAnIllegalTransition() {
        JobStatusMachine machine = new JobStatusMachine("wordcount");

        assertThatThrownBy(() -> machine.to(JobStatus.FINISHED))
                .isInstanceOf(IllegalTransitionException.class)
                .hasMessageContaining("wordcount")
                .hasMessageContaining("INITIALIZING")
                .hasMessageContaining("FINISHED");
        assertThat(machine.status()).isEqualTo(JobStatus.INITIALIZING);
    }

    @Test
    void shouldNotFinishWhileRestarting() {
        assertThat(JobStatusMachine.successors(JobStatus.RESTARTING))
                .doesNotContain(JobStatus.FINISHED, JobStatus.RUNNING);
    }
}
