package dev.millstream.core.execution;

import dev.millstream.configuration.Configuration;
import java.util.concurrent.CompletableFuture;

/** Executes programs. Thread-safe. */
public interface PipelineExecutor {
    /**
     * Submits a program.
     *
     * @param program checked already
     * @param configuration of the job and, for an embedded cluster, of the cluster
     * @param userClassLoader loads the program's classes in the client
     * @return completes when the job is accepted; its failure says why it was not
     */
    CompletableFuture<JobClient> execute(
            Program program, Configuration configuration, ClassLoader userClassLoader);

    /** The plan of a program, as text for people. Runs nothing. */
    String explain(Program program, Configuration configuration);

    /** The plan of a program, as JSON. Runs nothing. */
    String explainJson(Program program, Configuration configuration);
}
