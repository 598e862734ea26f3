package dev.millstream.cluster.entrypoint;

import dev.millstream.cluster.standalone.JvmCommand;
import dev.millstream.cluster.standalone.RunDirectory;
import dev.millstream.configuration.Configuration;
import dev.millstream.protocol.rest.RestOptions;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a process is started with.
 *
 * @param configuration from file and command line
 * @param overrides those of the command line alone, for the processes that it starts
 * @param directory where it finds the others
 * @param command starts further processes of this program
 * @param version of the product
 */
public record ProcessSetup(
        Configuration configuration,
        Map<String, String> overrides,
        RunDirectory directory,
        JvmCommand command,
        String version) {
    public ProcessSetup {
        overrides = Map.copyOf(overrides);
    }

    /** The configured token file, or that in the cluster's folder. */
    public Path tokenFile() {
        return configuration
                .getOptional(RestOptions.TOKEN_FILE)
                .map(Path::of)
                .orElseGet(directory::tokenFile);
    }
}
