package dev.millstream.types.serialization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.types.Input;
import dev.millstream.types.Output;
import dev.millstream.types.sample.RandomValues;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ConcurrentUseTest {
    @Test
    void shouldServeThreadsThatMeetTheSameTypesAtTheSameTime() throws Exception {
        int threads = 4;
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            for (int round = 0; round < 20; round++) {
                Serializers serializers = new Serializers(getClass().getClassLoader());
                CyclicBarrier start = new CyclicBarrier(threads);
                Callable<Void> task =
                        () -> {
                            start.await();
                            roundTrips(serializers);
                            return null;
                        };
                List<Future<Void>> results = new ArrayList<>();
                for (int i = 0; i < threads; i++) {
                    results.add(executor.submit(task));
                }
                for (Future<Void> result : results) {
                    result.get();
                }
            }
        }
    }

    private static void roundTrips(Serializers serializers) {
        for (int seed = 0; seed < 100; seed++) {
            Object value = new RandomValues(seed).next();
            Output out = new Output();
            serializers.dynamic().write(value, out);
            Object back = serializers.dynamic().read(new Input(out.toByteArray()));
            assertThat(value).isEqualTo(back);
        }
    }
}
