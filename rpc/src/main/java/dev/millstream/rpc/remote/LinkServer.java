package dev.millstream.rpc.remote;

import dev.millstream.platform.lane.Lane;
import dev.millstream.platform.time.Cancellable;
import dev.millstream.rpc.actor.ActorSystem;
import dev.millstream.rpc.actor.EndpointRef;
import dev.millstream.rpc.codec.Frame;
import dev.millstream.rpc.codec.Frame.Answer;
import dev.millstream.rpc.codec.Frame.Call;
import dev.millstream.rpc.codec.Frame.Failed;
import dev.millstream.rpc.codec.Frame.Found;
import dev.millstream.rpc.codec.Frame.LookUp;
import dev.millstream.rpc.codec.Frame.Terminated;
import dev.millstream.rpc.codec.Frame.WatchEndpoint;
import dev.millstream.rpc.codec.FrameCodec;
import dev.millstream.rpc.codec.GatewayCodec;
import dev.millstream.rpc.codec.MethodCodec;
import dev.millstream.rpc.error.EndpointNotFoundException;
import dev.millstream.rpc.error.Failures;
import dev.millstream.rpc.error.FrameTooLargeException;
import dev.millstream.rpc.error.MalformedMessageException;
import dev.millstream.rpc.error.RpcException;
import dev.millstream.rpc.gateway.RpcInvocation;
import dev.millstream.rpc.gateway.Watch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what the other side of one link asks for. Called on the lane of the links only. */
final class LinkServer {
    private static final Logger LOG = LoggerFactory.getLogger(LinkServer.class);

    /** A process watches few endpoints of another. */
    private static final int MAX_WATCHES = 100_000;

    private final ActorSystem actors;
    private final FrameCodec frames;
    private final Lane lane;

    /** Thread-safe: answers are sent by whoever has them. */
    private final Consumer<Frame> sender;

    private final Map<Long, Cancellable> watches = new TreeMap<>();

    LinkServer(ActorSystem actors, FrameCodec frames, Lane lane, Consumer<Frame> sender) {
        this.actors = actors;
        this.frames = frames;
        this.lane = lane;
        this.sender = sender;
    }

    void lookUp(LookUp wanted) {
        try {
            EndpointRef endpoint = endpoint(actors.find(wanted.path()), wanted.path());
            long startId = endpoint.startId();
            var _ =
                    endpoint.lookUp(gateway(wanted.gateway()).type(), wanted.epoch())
                            .whenComplete((epoch, failure) ->
                                    sender.accept(
                                            failure == null
                                                    ? new Found(wanted.id(), startId, epoch)
                                                    : failed(wanted.id(), failure)));
        } catch (RpcException e) {
            sender.accept(new Failed(wanted.id(), e));
        }
    }

    void call(Call call) {
        try {
            MethodCodec method = method(call);
            EndpointRef endpoint = endpoint(actors.find(call.path(), call.startId()), call.path());
            List<Object> arguments = frames.readArguments(method, call.arguments());
            RpcInvocation invocation = new RpcInvocation(method.method(), arguments, call.epoch());
            if (call.wantsAnswer() && method.method().answers()) {
                var _ =
                        endpoint.ask(invocation)
                                .whenComplete((result, failure) ->
                                        answer(call.id(), method, result, failure));
            } else {
                endpoint.tell(invocation);
            }
        } catch (RpcException e) {
            refuse(call, e);
        }
    }

    /**
     * Begins to watch an endpoint for the other side.
     *
     * @throws MalformedMessageException if there are too many, or the id is taken
     */
    void watch(WatchEndpoint wanted) {
        long id = wanted.id();
        if (watches.size() >= MAX_WATCHES || watches.containsKey(id)) {
            throw new MalformedMessageException("The watch " + id + " can't be kept");
        }
        Watch watch = new Watch(wanted.path(), lane, _ -> ended(id));
        watches.put(id, watch::cancel);
        actors.find(wanted.path(), wanted.startId())
                .ifPresentOrElse(
                        endpoint -> watches.put(id, endpoint.watch(watch)), watch::terminated);
    }

    void unwatch(long id) {
        Cancellable watch = watches.remove(id);
        if (watch != null) {
            watch.cancel();
        }
    }

    /** The link is gone. */
    void close() {
        watches.values().forEach(Cancellable::cancel);
        watches.clear();
    }

    private void ended(long id) {
        if (watches.remove(id) != null) {
            sender.accept(new Terminated(id));
        }
    }

    private void answer(
            long id, MethodCodec method, @Nullable Object result, @Nullable Throwable failure) {
        if (failure != null) {
            sender.accept(failed(id, failure));
            return;
        }
        try {
            sender.accept(new Answer(id, frames.result(method, result)));
        } catch (FrameTooLargeException e) {
            LOG.warn("An answer was not sent: {}", e.getMessage());
            sender.accept(new Failed(id, e));
        } catch (RuntimeException e) {
            LOG.error("The answer to {} can't be written", method.method(), e);
            sender.accept(failed(id, e));
        }
    }

    private void refuse(Call call, RpcException reason) {
        if (call.wantsAnswer()) {
            sender.accept(new Failed(call.id(), reason));
        } else {
            LOG.info("A message was not delivered: {}", reason.getMessage());
        }
    }

    private static Failed failed(long id, Throwable failure) {
        return new Failed(id, Failures.forCaller(failure));
    }

    private EndpointRef endpoint(Optional<EndpointRef> found, String path) {
        return found.orElseThrow(() ->
                new EndpointNotFoundException(
                        "There is no endpoint at "
                                + actors.address(path)
                                + (actors.find(path).isPresent()
                                        ? " but one that was started later"
                                        : "")));
    }

    private GatewayCodec gateway(int id) {
        return frames.catalog()
                .gateway(id)
                .orElseThrow(() -> new MalformedMessageException("There is no gateway " + id));
    }

    private MethodCodec method(Call call) {
        GatewayCodec gateway = gateway(call.gateway());
        return gateway.method(call.method())
                .orElseThrow(() ->
                        new MalformedMessageException(
                                gateway.type().getSimpleName()
                                        + " has no method "
                                        + call.method()));
    }
}
