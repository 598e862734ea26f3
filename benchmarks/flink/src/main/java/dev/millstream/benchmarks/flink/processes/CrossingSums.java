package dev.millstream.benchmarks.flink.processes;

import dev.millstream.benchmarks.flink.RunningSum;
import dev.millstream.benchmarks.flink.TallySink;
import dev.millstream.benchmarks.process.Assignment;
import dev.millstream.benchmarks.workload.EventPojo;
import dev.millstream.benchmarks.workload.Fingerprints;
import dev.millstream.benchmarks.workload.placement.Placement;
import dev.millstream.benchmarks.workload.placement.Placement.Part;
import java.nio.file.Path;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.operators.SlotSharingGroup;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** W12: as W2, with sources and sums in slots of different processes. */
final class CrossingSums {
    private static final SlotSharingGroup SOURCES =
            group("sources").setTaskOffHeapMemoryMB(ProcessConfiguration.SLOT_MB).build();
    private static final SlotSharingGroup SUMS =
            group("sums").setManagedMemoryMB(ProcessConfiguration.SLOT_MB).build();

    private CrossingSums() {}

    private static SlotSharingGroup.Builder group(String name) {
        return SlotSharingGroup.newBuilder(name)
                .setCpuCores(1)
                .setTaskHeapMemoryMB(ProcessConfiguration.SLOT_MB);
    }

    static void tuples(StreamExecutionEnvironment env, Assignment assignment) {
        String results = assignment.results().toString();
        sink(
                source(env, assignment, RunningSum::tuple, RunningSum.EVENT)
                        .keyBy(event -> event.f0, Types.LONG)
                        .process(new NotedTupleSums(results)),
                assignment);
    }

    static void pojos(StreamExecutionEnvironment env, Assignment assignment) {
        String results = assignment.results().toString();
        sink(
                source(env, assignment, RunningSum::pojo, TypeInformation.of(EventPojo.class))
                        .keyBy(event -> event.key, Types.LONG)
                        .process(new NotedPojoSums(results)),
                assignment);
    }

    private static <T> SingleOutputStreamOperator<T> source(
            StreamExecutionEnvironment env,
            Assignment assignment,
            GeneratorFunction<Long, T> generator,
            TypeInformation<T> type) {
        return env.fromSource(
                        new DataGeneratorSource<>(
                                new Noted<>(assignment.results().toString(), generator),
                                assignment.units(),
                                type),
                        WatermarkStrategy.noWatermarks(),
                        "generated",
                        type)
                .slotSharingGroup(SOURCES);
    }

    private static void sink(
            SingleOutputStreamOperator<Tuple2<Long, Long>> sums, Assignment assignment) {
        sums.returns(RunningSum.SUM)
                .slotSharingGroup(SUMS)
                .sinkTo(
                        new TallySink<>(
                                assignment.results(), sum -> Fingerprints.update(sum.f0, sum.f1)));
    }

    /** Notes where it runs. */
    private static final class Noted<T> implements GeneratorFunction<Long, T> {
        private static final long serialVersionUID = 1L;

        private final String results;
        private final GeneratorFunction<Long, T> generator;

        Noted(String results, GeneratorFunction<Long, T> generator) {
            this.results = results;
            this.generator = generator;
        }

        @Override
        public void open(SourceReaderContext context) throws Exception {
            Placement.note(Path.of(results), Part.SOURCE);
        }

        @Override
        public T map(Long position) throws Exception {
            return generator.map(position);
        }
    }

    private static final class NotedTupleSums extends RunningSum.TupleSums {
        private static final long serialVersionUID = 1L;

        private final String results;

        NotedTupleSums(String results) {
            this.results = results;
        }

        @Override
        public void open(OpenContext context) throws Exception {
            super.open(context);
            Placement.note(Path.of(results), Part.SINK);
        }
    }

    private static final class NotedPojoSums extends RunningSum.PojoSums {
        private static final long serialVersionUID = 1L;

        private final String results;

        NotedPojoSums(String results) {
            this.results = results;
        }

        @Override
        public void open(OpenContext context) throws Exception {
            super.open(context);
            Placement.note(Path.of(results), Part.SINK);
        }
    }
}
