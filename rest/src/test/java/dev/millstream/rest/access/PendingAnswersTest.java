package dev.millstream.rest.access;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.api.common.JobID;
import dev.millstream.configuration.Configuration;
import dev.millstream.protocol.dispatcher.DispatcherGateway;
import dev.millstream.rest.fixture.FakeDispatcher;
import dev.millstream.rest.fixture.SampleJobs;
import dev.millstream.rest.route.RestException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PendingAnswersTest {
    private static final long LONG_MS = 3_600_000;

    private final FakeDispatcher dispatcher = new FakeDispatcher();
    private final PendingAnswers answers =
            new PendingAnswers(new DispatcherCalls(new Access(), Duration.ofSeconds(60)));

    @Test
    @Timeout(60)
    void shouldLetNobodyWaitWhoComesWhileTheServerIsStopped() {
        JobID job = dispatcher.run(SampleJobs.pipeline(1, "endless")).id();
        answers.close();
        assertThatThrownBy(() -> answers.result(job, LONG_MS))
                .isInstanceOf(RestException.class)
                .hasMessageContaining("being stopped");
        assertThatThrownBy(() -> answers.changes(job, Long.MAX_VALUE, LONG_MS))
                .isInstanceOf(RestException.class)
                .hasMessageContaining("being stopped");
    }

    private final class Access implements JobManagerAccess {
        @Override
        public CompletableFuture<DispatcherGateway> dispatcher() {
            return CompletableFuture.completedFuture(dispatcher);
        }

        @Override
        public Configuration configuration() {
            return new Configuration();
        }

        @Override
        public Optional<Path> logDirectory() {
            return Optional.empty();
        }

        @Override
        public String logName(String taskManager) {
            return taskManager;
        }

        @Override
        public String version() {
            return "test";
        }
    }
}
