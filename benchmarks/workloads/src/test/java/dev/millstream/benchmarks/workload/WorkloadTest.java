package dev.millstream.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WorkloadTest {
    @Test
    void shouldKnowWorkloadsByNameInAnyCase() {
        assertThat(Workload.named("w3").orElseThrow()).containsExactly(Workload.W3);
        assertThat(Workload.named("W7-a").orElseThrow()).containsExactly(Workload.W7A);
    }

    @Test
    void shouldKnowGroups() {
        assertThat(Workload.named("W6").orElseThrow())
                .containsExactly(Workload.N0, Workload.N1, Workload.N2, Workload.N5, Workload.N8);
        assertThat(Workload.named("W7").orElseThrow()).containsExactly(Workload.W7A, Workload.W7B);
    }

    @Test
    void shouldNotKnowOthers() {
        assertThat(Workload.named("W99")).isEmpty();
        assertThat(Workload.named("")).isEmpty();
    }
}
