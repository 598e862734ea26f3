package dev.millstream.rest.access;

import dev.millstream.configuration.Configuration;
import dev.millstream.protocol.dispatcher.DispatcherGateway;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The JobManager that the REST interface stands before. Thread-safe. */
public interface JobManagerAccess {
    /** The Dispatcher that leads now; fails when none does. */
    CompletableFuture<DispatcherGateway> dispatcher();

    /** That of this process; secrets in it are not shown. */
    Configuration configuration();

    /** Where this process, and those that it starts, write their logs; empty for none. */
    Optional<Path> logDirectory();

    /** How the names of a TaskManager's log files in that folder begin, up to the first dot. */
    String logName(String taskManager);

    /** Of the product, for people. */
    String version();
}
