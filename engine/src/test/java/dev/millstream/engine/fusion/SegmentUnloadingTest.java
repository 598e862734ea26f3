package dev.millstream.engine.fusion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.api.common.functions.MapFunction;
import dev.millstream.engine.operator.Isolation;
import dev.millstream.engine.operator.OperatorContext;
import dev.millstream.engine.operator.Output;
import dev.millstream.engine.specialization.ClassCopies;
import dev.millstream.engine.thread.Ending;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.example.job.Exclaiming;
import org.junit.jupiter.api.Test;

class SegmentUnloadingTest {
    /** 10,000 by command: {@code -Dmillstream.copies.jobs=10000}. */
    private static final int JOBS = Integer.getInteger("millstream.copies.jobs", 100);

    private static final int STEPS = 8;

    /** Remembers the last record. */
    private static final class Last implements Output {
        private Object value = "";

        @Override
        public void process(Object record, long timestamp) {
            value = record;
        }

        @Override
        public void watermark(long timestamp) {}

        @Override
        public void watermarkStatus(boolean idle) {}
    }

    /** A job's class loader, which has classes of its own. */
    private static final class JobLoader extends ClassLoader {
        JobLoader() {
            super(SegmentUnloadingTest.class.getClassLoader());
        }

        @SuppressWarnings("unchecked") // the class says so
        MapFunction<Object, Object> function() throws ReflectiveOperationException, IOException {
            try (InputStream in = Exclaiming.class.getResourceAsStream("Exclaiming.class")) {
                byte[] code = in.readAllBytes();
                Class<?> type = defineClass(Exclaiming.class.getName(), code, 0, code.length);
                return ((Supplier<MapFunction<Object, Object>>)
                                type.getDeclaredConstructor().newInstance())
                        .get();
            }
        }
    }

    /** The functions of a job become constants of its classes, which must not keep the job. */
    @Test
    void shouldUnloadTheClassesOfJobsThatAreGone() throws Exception {
        List<WeakReference<ClassLoader>> jobs = new ArrayList<>();
        for (int job = 0; job < JOBS; job++) {
            jobs.add(runJob());
        }
        for (int tries = 0; tries < 100 && alive(jobs) > 1; tries++) {
            System.gc(); // nothing else makes the JVM unload classes at a given time
        }

        assertThat(alive(jobs)).isLessThanOrEqualTo(1);
    }

    private static long alive(List<WeakReference<ClassLoader>> jobs) {
        return jobs.stream().filter(job -> job.get() != null).count();
    }

    private static WeakReference<ClassLoader> runJob() throws Exception {
        JobLoader loader = new JobLoader();
        MapFunction<Object, Object> function = loader.function();
        Last last = new Last();
        List<StepShape> shapes = new ArrayList<>();
        List<Object> called = new ArrayList<>();
        List<Object> fields = new ArrayList<>();
        called.add(function); // the flat map that collects
        for (int i = 0; i < STEPS; i++) {
            shapes.add(new StepShape(StepKind.MAP, false, true));
            called.add(function);
            fields.add(function);
            fields.add(Isolation.none());
        }
        called.add(last);
        fields.add(last);
        FusedCollector segment =
                (FusedCollector)
                        ClassCopies.create(
                                new SegmentPattern(SegmentKind.COLLECTOR, shapes),
                                called,
                                new Ending(),
                                new OperatorContext[0],
                                fields.toArray());
        segment.collect("job");
        assertThat(last.value).isEqualTo("job" + "!".repeat(STEPS));
        return new WeakReference<>(loader);
    }
}
