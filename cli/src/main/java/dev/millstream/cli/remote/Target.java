package dev.millstream.cli.remote;

import dev.millstream.cli.output.Caller;
import dev.millstream.cli.output.CommandException;
import dev.millstream.cli.output.ExitCode;
import dev.millstream.cli.output.Sentence;
import dev.millstream.client.RestClientOptions;
import dev.millstream.client.RestClusterClient;
import dev.millstream.client.TokenSource;
import dev.millstream.client.http.RestAddress;
import dev.millstream.client.http.RetryPolicy;
import dev.millstream.cluster.standalone.BackgroundCluster;
import dev.millstream.cluster.standalone.ClusterAddress;
import dev.millstream.cluster.standalone.RunDirectory;
import dev.millstream.configuration.Configuration;
import dev.millstream.platform.link.Address;
import dev.millstream.protocol.rest.RestOptions;
import dev.millstream.protocol.rest.Token;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The cluster that a verb speaks to.
 *
 * @param rest where its REST interface is
 * @param token that it wants to see
 * @param retry what to do when it is gone for a while
 */
public record Target(Address rest, Token token, RetryPolicy retry) {
    private static final int MAX_PORT = 65_535;

    /**
     * The cluster that {@code -m} names, or else the configuration, or else the one that runs from
     * the run directory; empty when there is none.
     *
     * @param named host and port, if given
     */
    public static Optional<Target> find(
            Caller caller, Configuration configuration, Optional<String> named) {
        RunDirectory directory = RunDirectory.of(caller.environment());
        Optional<Address> address =
                named.map(Target::parse)
                        .or(() ->
                                configuration
                                        .getOptional(RestOptions.ADDRESS)
                                        .map(host ->
                                                new Address(
                                                        host, configuration.get(RestOptions.PORT))))
                        .or(() -> local(caller, directory));
        return address.map(it ->
                new Target(
                        it,
                        token(configuration, directory),
                        new RetryPolicy(
                                configuration.get(RestClientOptions.MAX_ATTEMPTS),
                                configuration.get(RestClientOptions.RETRY_DELAY))));
    }

    /**
     * As {@link #find}, for verbs that need a cluster.
     *
     * @throws CommandException if there is none
     */
    public static Target require(
            Caller caller, Configuration configuration, Optional<String> named) {
        return find(caller, configuration, named)
                .orElseThrow(() ->
                        CommandException.failed(
                                "No cluster runs from "
                                        + RunDirectory.of(caller.environment())
                                        + ". Start one with 'millstream cluster start', or name"
                                        + " one with -m HOST:PORT."));
    }

    /** A client; to be closed by the caller. */
    public RestClusterClient client() {
        return new RestClusterClient(new RestAddress(rest.host(), rest.port()), token, retry);
    }

    private static Optional<Address> local(Caller caller, RunDirectory directory) {
        return new BackgroundCluster(
                        directory, notice -> caller.err().println("millstream: " + notice))
                .find()
                .map(ClusterAddress::rest);
    }

    private static Address parse(String text) {
        int colon = text.lastIndexOf(':');
        try {
            int port = Integer.parseInt(text.substring(colon + 1));
            if (colon > 0 && port > 0 && port <= MAX_PORT) {
                return new Address(text.substring(0, colon), port);
            }
        } catch (NumberFormatException e) {
            // Refused below, like a text without a colon.
        }
        throw CommandException.usage(
                "The address '" + text + "' given with -m is not of the form HOST:PORT.");
    }

    private static Token token(Configuration configuration, RunDirectory directory) {
        Path file =
                configuration
                        .getOptional(RestOptions.TOKEN_FILE)
                        .map(Path::of)
                        .orElseGet(directory::tokenFile);
        try {
            return TokenSource.read(file);
        } catch (IllegalArgumentException e) {
            throw CommandException.of(
                    ExitCode.FAILED, Sentence.ended(String.valueOf(e.getMessage())), e);
        }
    }
}
