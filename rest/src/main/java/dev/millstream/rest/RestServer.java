package dev.millstream.rest;

import dev.millstream.configuration.Configuration;
import dev.millstream.protocol.rest.RestOptions;
import dev.millstream.protocol.rest.Token;
import dev.millstream.rest.access.DispatcherCalls;
import dev.millstream.rest.access.JobManagerAccess;
import dev.millstream.rest.access.PendingAnswers;
import dev.millstream.rest.access.ProgramLauncher;
import dev.millstream.rest.access.Redaction;
import dev.millstream.rest.cluster.ClusterRoutes;
import dev.millstream.rest.cluster.LogRoutes;
import dev.millstream.rest.cluster.TaskManagerRoutes;
import dev.millstream.rest.jar.JarLimits;
import dev.millstream.rest.jar.JarRoutes;
import dev.millstream.rest.jar.JarStaging;
import dev.millstream.rest.jar.JarStore;
import dev.millstream.rest.job.JobRoutes;
import dev.millstream.rest.page.PageRoutes;
import dev.millstream.rest.route.Route;
import dev.millstream.rest.route.RouteTable;
import dev.millstream.rest.server.HttpServer;
import dev.millstream.rest.server.ServerSettings;
import dev.millstream.rest.session.BlobRoutes;
import dev.millstream.rest.session.FollowRoutes;
import dev.millstream.rest.session.SubmissionRoutes;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The REST interface and the web page of a JobManager. It runs on virtual threads of its own.
 * Thread-safe.
 */
public final class RestServer implements AutoCloseable {
    private static final int MAX_JAR_ENTRIES = 65_000;

    private final HttpServer server;
    private final RouteTable table;
    private final PendingAnswers pending;

    private RestServer(HttpServer server, RouteTable table, PendingAnswers pending) {
        this.server = server;
        this.table = table;
        this.pending = pending;
    }

    /**
     * Starts it: when this returns, requests are answered.
     *
     * @param configuration says where it listens, and its limits
     * @param token that every request has to bear
     * @param directory for uploaded jars if none is configured; made if it isn't there
     * @throws RestStartException if it can't listen, or can't use the folder
     */
    public static RestServer start(
            Configuration configuration,
            Token token,
            JobManagerAccess jobManager,
            ProgramLauncher launcher,
            Path directory)
            throws RestStartException {
        Path uploads =
                configuration
                        .getOptional(RestServerOptions.UPLOAD_DIRECTORY)
                        .map(Path::of)
                        .orElse(directory);
        InetAddress address = bindAddress(configuration);
        JarLimits limits =
                new JarLimits(
                        configuration.get(RestServerOptions.MAX_CONTENT_LENGTH).bytes(),
                        configuration.get(RestServerOptions.MAX_EXPANDED_SIZE).bytes(),
                        MAX_JAR_ENTRIES);
        DispatcherCalls dispatcher =
                new DispatcherCalls(
                        jobManager, configuration.get(RestServerOptions.REQUEST_TIMEOUT));
        PendingAnswers pending = new PendingAnswers(dispatcher);
        Redaction redaction = new Redaction(token);
        try {
            Files.createDirectories(uploads);
            JarStaging staging = new JarStaging(uploads, limits);
            RouteTable table =
                    new RouteTable(
                            List.of(
                                    PageRoutes.routes(),
                                    new ClusterRoutes(jobManager, dispatcher, redaction).routes(),
                                    new TaskManagerRoutes(dispatcher).routes(),
                                    new LogRoutes(jobManager).routes(),
                                    new JobRoutes(dispatcher, pending, redaction).routes(),
                                    new JarRoutes(
                                                    staging,
                                                    new JarStore(uploads, staging, limits),
                                                    launcher,
                                                    configuration.get(
                                                            RestServerOptions
                                                                    .PROGRAM_START_TIMEOUT))
                                            .routes(),
                                    new SubmissionRoutes(dispatcher).routes(),
                                    new FollowRoutes(dispatcher, pending).routes(),
                                    new BlobRoutes(dispatcher, staging).routes()));
            ServerSettings settings =
                    new ServerSettings(
                            address,
                            configuration.get(RestOptions.PORT),
                            configuration.getOptional(RestOptions.ADDRESS).stream().toList(),
                            limits.maxBytes(),
                            uploads);
            return new RestServer(HttpServer.start(settings, token, table), table, pending);
        } catch (BindException e) {
            throw new RestStartException(
                    "The REST interface can't listen on "
                            + e.getMessage()
                            + ". Stop the process that has the port, or set rest.port to another"
                            + " one (0 takes any that is free)",
                    e);
        } catch (IOException e) {
            throw new RestStartException(
                    "The REST interface can't start: " + e + ". Its folder is " + uploads, e);
        }
    }

    private static InetAddress bindAddress(Configuration configuration) throws RestStartException {
        String text = configuration.get(RestServerOptions.BIND_ADDRESS);
        try {
            InetAddress address = InetAddress.getByName(text);
            if (!address.isLoopbackAddress()) {
                throw new RestStartException(
                        "The REST interface doesn't listen on "
                                + text
                                + " (rest.bind-address): its traffic is not encrypted, so that the"
                                + " token could be read on the way. Listen on 127.0.0.1, and reach"
                                + " it from elsewhere through a tunnel, such as ssh -L");
            }
            return address;
        } catch (UnknownHostException e) {
            throw new RestStartException(
                    "The REST interface can't listen on '"
                            + text
                            + "' (rest.bind-address): this machine has no such address",
                    e);
        }
    }

    /** Where it listens. */
    public int port() {
        return server.port();
    }

    /** All that can be asked for. */
    public List<Route> routes() {
        return table.routes();
    }

    /** Answers no more; those who wait for an answer are told so. Idempotent. */
    @Override
    public void close() {
        pending.close();
        server.close();
    }
}
