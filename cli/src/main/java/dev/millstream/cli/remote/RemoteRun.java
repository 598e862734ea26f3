package dev.millstream.cli.remote;

import dev.millstream.cli.output.Caller;
import dev.millstream.cli.program.ProgramReference;
import dev.millstream.cli.program.ProgramRun;
import dev.millstream.client.RestClientOptions;
import dev.millstream.client.RestClusterClient;
import dev.millstream.client.RestPipelineExecutor;
import dev.millstream.configuration.Configuration;
import dev.millstream.protocol.rest.RestOptions;
import java.util.Optional;

/** Runs a program's main method in this process, and its jobs on a cluster. */
public final class RemoteRun {
    private final Target target;
    private final ProgramReference program;
    private final Configuration configuration;
    private final Caller caller;
    private final boolean json;

    public RemoteRun(
            Target target,
            ProgramReference program,
            Configuration configuration,
            Caller caller,
            boolean json) {
        this.target = target;
        this.program = program;
        this.configuration = new Configuration(configuration);
        this.caller = caller;
        this.json = json;
        this.configuration.set(RestOptions.ADDRESS, target.rest().host());
        this.configuration.set(RestOptions.PORT, target.rest().port());
    }

    /**
     * Follows the jobs to their end; a client that is killed leaves them running.
     *
     * @param cancelsAtExit whether one that is told to end (SIGTERM) cancels them
     * @return the exit code
     */
    public int attached(boolean cancelsAtExit) {
        try (RestClusterClient client = target.client()) {
            return new ProgramRun(program, configuration, caller, json)
                    .attached(
                            progress ->
                                    new RestPipelineExecutor(() -> client, Optional.of(progress)),
                            cancelsAtExit);
        }
    }

    /**
     * Leaves the jobs running.
     *
     * @return the exit code
     */
    public int detached() {
        configuration.set(RestClientOptions.ATTACHED, false);
        try (RestClusterClient client = target.client()) {
            return new ProgramRun(program, configuration, caller, json)
                    .detached(new RestPipelineExecutor(() -> client, Optional.empty()));
        }
    }
}
