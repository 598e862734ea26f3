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

    /** Where this process writes its logs; empty when it writes none to files. */
    Optional<Path> logDirectory();

    /** Of the product, for people. */
    String version();
}
