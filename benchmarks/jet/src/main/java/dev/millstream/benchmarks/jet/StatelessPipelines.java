package dev.millstream.benchmarks.jet;

import com.hazelcast.jet.Traverser;
import com.hazelcast.jet.Traversers;
import com.hazelcast.jet.aggregate.AggregateOperations;
import com.hazelcast.jet.pipeline.Pipeline;
import com.hazelcast.jet.pipeline.Sinks;
import com.hazelcast.jet.pipeline.Sources;
import dev.millstream.benchmarks.process.Assignment;
import dev.millstream.benchmarks.workload.Chain;
import dev.millstream.benchmarks.workload.Event;
import dev.millstream.benchmarks.workload.Events;
import dev.millstream.benchmarks.workload.Fingerprints;
import dev.millstream.benchmarks.workload.text.Words;
import java.util.ArrayList;
import java.util.List;

/** W1 and W5. */
final class StatelessPipelines {
    private StatelessPipelines() {}

    static void wordCount(Pipeline pipeline, Assignment assignment) {
        pipeline.readFrom(Sources.files(assignment.input().toString()))
                .flatMap(StatelessPipelines::words)
                .groupingKey(word -> word)
                .aggregate(AggregateOperations.counting())
                .map(count -> count.getKey() + "\t" + count.getValue())
                .writeTo(Sinks.files(assignment.results().toString()));
    }

    static Traverser<String> words(String line) {
        List<String> words = new ArrayList<>(16);
        Words.split(line, words::add);
        return Traversers.traverseIterable(words);
    }

    static void chain(Pipeline pipeline, Assignment assignment) {
        pipeline.readFrom(JetStreams.batch(assignment.units(), Events::plain))
                .map(it -> new Event(it.key(), Chain.scaled(it.value()), it.time()))
                .filter(it -> Chain.isOdd(it.value()))
                .map(it -> new Event(Chain.flipped(it.key()), it.value(), it.time()))
                .flatMap(StatelessPipelines::twins)
                .filter(it -> Chain.isKept(it.key()))
                .map(it -> new Event(it.key(), Chain.blended(it.key(), it.value()), it.time()))
                .flatMap(StatelessPipelines::passed)
                .map(it -> new Event(it.key(), it.value(), Chain.shifted(it.time(), it.value())))
                .writeTo(
                        JetStreams.tally(
                                assignment,
                                it -> Fingerprints.event(it.key(), it.value(), it.time())));
    }

    private static Traverser<Event> twins(Event it) {
        return Chain.isTwin(it.key())
                ? Traversers.traverseItems(it, new Event(it.key() + 1, it.value(), it.time()))
                : Traversers.singleton(it);
    }

    private static Traverser<Event> passed(Event it) {
        return Chain.isPassed(it.value()) ? Traversers.singleton(it) : Traversers.empty();
    }
}
