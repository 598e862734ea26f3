package dev.millstream.benchmarks.jet;

import com.hazelcast.jet.aggregate.AggregateOperations;
import com.hazelcast.jet.pipeline.Pipeline;
import com.hazelcast.jet.pipeline.Sink;
import com.hazelcast.jet.pipeline.SinkBuilder;
import com.hazelcast.jet.pipeline.Sources;

/** W8: counts the words of a file, which is alone in its folder, and prints the counts. */
public final class JetStart {
    private JetStart() {}

    public static void main(String[] args) {
        Pipeline pipeline = Pipeline.create();
        pipeline.readFrom(Sources.files(args[0].replaceAll("[^/]*$", "")))
                .flatMap(StatelessPipelines::words)
                .groupingKey(word -> word)
                .aggregate(AggregateOperations.counting())
                .map(count -> count.getKey() + "\t" + count.getValue())
                .writeTo(printing());
        try (JetEngine engine = new JetEngine()) {
            engine.run(pipeline);
        }
        System.exit(0);
    }

    private static Sink<String> printing() {
        return SinkBuilder.sinkBuilder("print", _ -> System.out)
                .<String>receiveFn((out, line) -> out.println(line))
                .build();
    }
}
