package dev.millstream.benchmarks.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.benchmarks.harness.contestant.Contestant;
import dev.millstream.benchmarks.harness.contestant.EngineKind;
import dev.millstream.benchmarks.harness.fixture.Samples;
import dev.millstream.benchmarks.harness.result.Sample;
import dev.millstream.benchmarks.workload.Workload;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeapSearchTest {
    private static final Contestant FLINK = new Contestant(EngineKind.FLINK, "tuple");
    private static final List<Sample> FULL_RATE = List.of(Samples.of("flink tuple", 1, 100));

    private static HeapSearch search(int enoughMb) {
        HeapSearch search = HeapSearch.of(FULL_RATE, Workload.W2, FLINK);
        int steps = 0;
        while (search.isOpen()) {
            assertThat(steps++).isLessThan(6);
            int tried = search.nextMb();
            search.take(Samples.of("flink tuple", 0, tried >= enoughMb ? 91 : 89));
        }
        return search;
    }

    @Test
    void shouldFindTheSmallestHeapThatIsEnough() {
        for (long mb : new long[] {16, 48, 200, 256, 3_000}) {
            assertThat(search((int) mb).found().orElseThrow().steady(Sample.HEAP_MB))
                    .isBetween(mb, mb * 3 / 2 + 1);
        }
    }

    @Test
    void shouldTakeAFailureForTooSmall() {
        HeapSearch search = HeapSearch.of(FULL_RATE, Workload.W2, FLINK);
        while (search.isOpen()) {
            search.take(Samples.failed("flink tuple", 0));
        }
        assertThat(search.found()).isEmpty();
    }

    @Test
    void shouldNotSearchForWhoWasNotMeasured() {
        assertThat(HeapSearch.of(List.of(), Workload.W2, FLINK).isOpen()).isFalse();
    }
}
