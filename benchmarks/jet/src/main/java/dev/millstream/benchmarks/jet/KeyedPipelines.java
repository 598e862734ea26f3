package dev.millstream.benchmarks.jet;

import com.hazelcast.jet.accumulator.LongAccumulator;
import com.hazelcast.jet.aggregate.AggregateOperations;
import com.hazelcast.jet.datamodel.Tuple2;
import com.hazelcast.jet.pipeline.Pipeline;
import com.hazelcast.jet.pipeline.WindowDefinition;
import dev.millstream.benchmarks.process.Assignment;
import dev.millstream.benchmarks.workload.Event;
import dev.millstream.benchmarks.workload.Events;
import dev.millstream.benchmarks.workload.Fingerprints;

/** W2, W3 and W4. */
final class KeyedPipelines {
    private KeyedPipelines() {}

    static void runningSum(Pipeline pipeline, Assignment assignment) {
        pipeline.readFrom(JetStreams.batch(assignment.units(), Events::runningSum))
                .groupingKey(Event::key)
                .mapStateful(
                        LongAccumulator::new,
                        (sum, key, event) -> {
                            sum.add(event.value());
                            return Tuple2.tuple2(key, sum.get());
                        })
                .writeTo(
                        JetStreams.tally(
                                assignment, sum -> Fingerprints.update(sum.f0(), sum.f1())));
    }

    static void sliding(Pipeline pipeline, Assignment assignment) {
        windows(pipeline, assignment, Events.FEW_KEYS, WindowDefinition.sliding(10_000, 1_000));
    }

    static void tumbling(Pipeline pipeline, Assignment assignment) {
        windows(pipeline, assignment, Events.MANY_KEYS, WindowDefinition.tumbling(1_000));
    }

    private static void windows(
            Pipeline pipeline, Assignment assignment, int keys, WindowDefinition window) {
        pipeline.readFrom(
                        JetStreams.stream(
                                assignment.units(), index -> KeyedPipelines.timed(index, keys)))
                .withoutTimestamps()
                .addTimestamps(Event::time, 0)
                .groupingKey(Event::key)
                .window(window)
                .aggregate(
                        AggregateOperations.allOf(
                                AggregateOperations.counting(),
                                AggregateOperations.summingLong(Event::value)))
                .writeTo(
                        JetStreams.tally(
                                assignment,
                                result ->
                                        Fingerprints.window(
                                                result.key(),
                                                result.result().f0(),
                                                result.result().f1())));
    }

    private static Event timed(long index, int keys) {
        return new Event(Events.key(index, keys), Events.value(index), Events.time(index));
    }
}
