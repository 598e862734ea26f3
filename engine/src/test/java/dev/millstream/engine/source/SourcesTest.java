package dev.millstream.engine.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.api.common.eventtime.WatermarkStrategy;
import dev.millstream.engine.harness.ListSource;
import dev.millstream.engine.harness.Results;
import dev.millstream.engine.harness.TestJob;
import dev.millstream.engine.harness.TestProcess;
import dev.millstream.protocol.jobmaster.RequestNextInputSplit;
import java.util.List;
import java.util.stream.IntStream;
import org.example.job.TalkingSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SourcesTest {
    private final TestProcess process = new TestProcess();
    private final Results<String> results = new Results<>();

    @BeforeEach
    void forget() {
        TalkingSource.LOG.clear();
    }

    @AfterEach
    void close() {
        process.close();
    }

    private TestJob run(TalkingSource source) throws Exception {
        TestJob job =
                process.start(env ->
                                env.fromSource(source, WatermarkStrategy.noWatermarks(), "talking")
                                        .sinkTo(results))
                        .await();
        assertThat(job.failures()).isEmpty();
        return job;
    }

    @Test
    void shouldReadSplitsThatItDemandsOneAtATime() throws Exception {
        List<String> elements = IntStream.range(0, 50).mapToObj(i -> "e" + i).toList();
        TestJob job =
                process.start(env ->
                                env.fromSource(
                                                new ListSource<>(elements),
                                                WatermarkStrategy.noWatermarks(),
                                                "list")
                                        .sinkTo(results))
                        .await();

        assertThat(results.values()).containsExactlyInAnyOrderElementsOf(elements);
        assertThat(job.jobMaster().requests())
                .filteredOn(RequestNextInputSplit::demanded)
                .hasSize(52);
        assertThat(process.isMarked("source.waits.for.split")).isTrue();
    }

    @Test
    void shouldReadSplitsThatTheEnumeratorAssignsOnItsOwnAccount() throws Exception {
        TestJob job = run(new TalkingSource(3, false));

        assertThat(results.values())
                .contains(
                        "split 0.0",
                        "split 0.1",
                        "split 0.2",
                        "split 1.0",
                        "split 1.1",
                        "split 1.2");
        assertThat(job.jobMaster().requests()).noneMatch(RequestNextInputSplit::demanded);
    }

    @Test
    void shouldReadEachSplitOnceWhenSomeAreDemandedAndOthersNot() throws Exception {
        run(new TalkingSource(5, true));

        assertThat(results.values())
                .filteredOn(text -> text.startsWith("split"))
                .doesNotHaveDuplicates()
                .hasSize(10);
    }

    @Test
    void shouldCarryEventsBetweenReaderAndEnumerator() throws Exception {
        run(new TalkingSource(0, false));

        assertThat(TalkingSource.LOG)
                .contains("event hello from 0", "event hello from 1")
                .endsWith("close");
        assertThat(results.values()).containsExactly("re: hello", "re: hello");
    }
}
