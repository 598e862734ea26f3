package dev.millstream.benchmarks.jet;

import com.hazelcast.jet.accumulator.LongAccumulator;
import com.hazelcast.jet.core.ProcessorMetaSupplier;
import com.hazelcast.jet.pipeline.Pipeline;
import com.hazelcast.jet.pipeline.Sinks;
import com.hazelcast.jet.pipeline.Sources;
import dev.millstream.benchmarks.process.Assignment;
import dev.millstream.benchmarks.workload.Event;
import dev.millstream.benchmarks.workload.Workload;
import dev.millstream.benchmarks.workload.latency.Schedule;

/** W7. */
final class PacedPipelines {
    private static final int PARALLELISM = 2;

    private PacedPipelines() {}

    static void sums(Workload workload, Pipeline pipeline, Assignment assignment) {
        Schedule schedule = Schedule.soon(workload.firstUnits(), assignment.units());
        String folder = assignment.results().toString();
        long ignoredBeforeNs = schedule.ignoredBeforeNs();
        pipeline.readFrom(
                        Sources.<Event>streamFromProcessor(
                                "paced",
                                ProcessorMetaSupplier.of(PARALLELISM, () -> new PacedP(schedule))))
                .withoutTimestamps()
                .groupingKey(Event::key)
                .mapStateful(
                        LongAccumulator::new,
                        (sum, key, event) -> {
                            sum.add(event.value());
                            return new Event(key, sum.get(), event.time());
                        })
                .writeTo(
                        Sinks.fromProcessor(
                                "latency",
                                ProcessorMetaSupplier.of(
                                        PARALLELISM, () -> new LatencyP(folder, ignoredBeforeNs))));
    }
}
