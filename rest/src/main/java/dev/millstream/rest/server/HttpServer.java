package dev.millstream.rest.server;

import dev.millstream.protocol.rest.Token;
import dev.millstream.rest.gate.Gate;
import dev.millstream.rest.gate.Hosts;
import dev.millstream.rest.route.Method;
import dev.millstream.rest.route.Permission;
import dev.millstream.rest.route.RestException;
import dev.millstream.rest.route.Route;
import dev.millstream.rest.route.RouteTable;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.router.Endpoint;
import io.javalin.util.JavalinException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * Serves a route table over HTTP. Each request has a virtual thread of its own. Whatever isn't in
 * the table is refused, and nobody learns without the token what is. Thread-safe.
 */
public final class HttpServer implements AutoCloseable {
    private static final int IDLE_TIMEOUT_MS = 15_000;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int HEADER_BYTES = 16 << 10;
    private static final int MAX_FORM_MEMORY_BYTES = 64 << 10;

    /** Who sends a jar that is somewhat too large is told so; who sends on for ever is not. */
    private static final long LINGER_FACTOR = 2;

    private static final long LINGER_BYTES = 64 << 20;

    private static final List<String> METHODS =
            Stream.of(Method.values()).map(Method::name).toList();

    private final Javalin javalin;

    /** Known once the port is. */
    private final CompletableFuture<Gate> gate = new CompletableFuture<>();

    private final CompletableFuture<Integer> port = new CompletableFuture<>();

    private HttpServer(ServerSettings settings, RouteTable table) {
        this.javalin = Javalin.create(config -> configure(config, settings, table));
    }

    /**
     * Starts a server.
     *
     * @throws BindException if it can't listen there
     */
    public static HttpServer start(ServerSettings settings, Token token, RouteTable table)
            throws IOException {
        HttpServer server = new HttpServer(settings, table);
        try {
            server.javalin.start();
        } catch (JavalinException | UncheckedIOException e) {
            server.close();
            throw bindFailure(e, settings);
        }
        server.port.complete(server.javalin.port());
        server.gate.complete(new Gate(token, new Hosts(settings.names(), server.port())));
        return server;
    }

    private static IOException bindFailure(RuntimeException e, ServerSettings settings) {
        String where = settings.bindAddress().getHostAddress() + ":" + settings.port();
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                BindException refused = new BindException(where + ": " + cause.getMessage());
                refused.initCause(e);
                return refused;
            }
        }
        return new IOException(where + ": " + e.getMessage(), e);
    }

    /** Where it listens, or has listened. */
    public int port() {
        return port.join();
    }

    /** Answers no more. What is being answered is broken off. Idempotent. */
    @Override
    public void close() {
        var _ = javalin.stop();
    }

    private void configure(JavalinConfig config, ServerSettings settings, RouteTable table) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.jetty.multipartConfig.cacheDirectory(settings.uploadDirectory().toString());
        config.jetty.multipartConfig.maxFileSize(settings.maxUploadBytes(), SizeUnit.BYTES);
        config.jetty.multipartConfig.maxTotalRequestSize(maxFormBytes(settings), SizeUnit.BYTES);
        config.jetty.multipartConfig.maxInMemoryFileSize(MAX_FORM_MEMORY_BYTES, SizeUnit.BYTES);
        config.jetty.modifyServer(HttpServer::configureServer);
        config.jetty.modifyHttpConfiguration(HttpServer::configureHttp);
        config.jetty.addConnector((server, http) -> connector(server, http, settings));
        config.routes.before(this::letIn);
        for (Route route : table.routes()) {
            config.routes.addEndpoint(
                    new Endpoint(
                            HandlerType.findOrCreate(route.method().name()),
                            route.path(),
                            context -> serve(context, route, maxFormBytes(settings))));
        }
        config.routes.exception(HttpResponseException.class, this::unknown);
        config.routes.exception(Exception.class, Answers::failure);
    }

    private static void configureServer(Server server) {
        server.setErrorHandler(new PlainErrors());
        server.setStopTimeout(0);
    }

    private static void configureHttp(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setSendDateHeader(true);
        http.setRequestHeaderSize(HEADER_BYTES);
        http.setIdleTimeout(IDLE_TIMEOUT_MS);
        http.setUriCompliance(UriCompliance.RFC3986);
    }

    private static ServerConnector connector(
            Server server, HttpConfiguration http, ServerSettings settings) {
        ServerConnector connector =
                new LingeringConnector(
                        server, http, LINGER_BYTES + LINGER_FACTOR * settings.maxUploadBytes());
        connector.setHost(settings.bindAddress().getHostAddress());
        connector.setPort(settings.port());
        connector.setIdleTimeout(IDLE_TIMEOUT_MS);
        connector.setReuseAddress(true);
        connector.addBean(new ConnectionWatch(connector));
        return connector;
    }

    /** Before anything else, for every request, also for those that match no route. */
    private void letIn(Context context) {
        Answers.harden(context);
        Gate keeper = gate.join();
        keeper.checkSite(
                context.header("Host"), context.header("Origin"), context.header("Sec-Fetch-Site"));
        if (!METHODS.contains(context.method().name())) {
            // Javalin answers HEAD itself wherever there is a GET, past the route's own check.
            keeper.checkToken(context.header("Authorization"), Permission.READ);
            throw new RestException(
                    METHOD_NOT_ALLOWED, "Requests are made with one of the methods " + METHODS);
        }
    }

    /** No route matches; who has no token doesn't learn that. */
    private void unknown(HttpResponseException failure, Context context) {
        try {
            gate.join().checkToken(context.header("Authorization"), Permission.READ);
            Answers.failure(failure, context);
        } catch (RestException e) {
            Answers.failure(e, context);
        }
    }

    private static long maxFormBytes(ServerSettings settings) {
        return settings.maxUploadBytes() + MAX_FORM_MEMORY_BYTES;
    }

    private void serve(Context context, Route route, long maxFormBytes) throws Exception {
        gate.join().checkToken(context.header("Authorization"), route.permission());
        Answers.send(context, route.action().answer(new HttpRequest(context, maxFormBytes)));
    }
}
