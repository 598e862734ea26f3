package dev.millstream.rpc.codec;

import dev.millstream.rpc.error.AskTimeoutException;
import dev.millstream.rpc.error.EndpointNotFoundException;
import dev.millstream.rpc.error.FencingException;
import dev.millstream.rpc.error.FrameTooLargeException;
import dev.millstream.rpc.error.LinkBrokenException;
import dev.millstream.rpc.error.LookupTimeoutException;
import dev.millstream.rpc.error.MailboxFullException;
import dev.millstream.rpc.error.MalformedMessageException;
import dev.millstream.rpc.error.RemoteException;
import dev.millstream.rpc.error.RpcException;
import dev.millstream.types.Input;
import dev.millstream.types.Output;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** How failures are written: those of a listed type by its id, others as text. Immutable. */
final class FailureCodec {
    /** Ids below are this module's. */
    static final int FIRST_FREE_ID = 100;

    private static final int MAX_CHARS = 8_192;

    /**
     * A failure that keeps its type.
     *
     * @param id on the wire
     */
    record Kind<E extends RpcException>(
            int id, Class<E> type, BiConsumer<E, Output> writer, Function<Input, E> reader) {
        void write(RpcException failure, Output out) {
            out.writeVarInt(id);
            writer.accept(type.cast(failure), out);
        }
    }

    private static final Kind<RemoteException> REMOTE =
            new Kind<>(
                    1, RemoteException.class, FailureCodec::writeRemote, FailureCodec::readRemote);

    private static final List<Kind<?>> OWN =
            List.of(
                    REMOTE,
                    new Kind<>(
                            2,
                            FencingException.class,
                            FailureCodec::writeFencing,
                            FailureCodec::readFencing),
                    ofMessage(3, AskTimeoutException.class, AskTimeoutException::new),
                    ofMessage(4, LookupTimeoutException.class, LookupTimeoutException::new),
                    ofMessage(5, EndpointNotFoundException.class, EndpointNotFoundException::new),
                    ofMessage(6, FrameTooLargeException.class, FrameTooLargeException::new),
                    ofMessage(7, LinkBrokenException.class, LinkBrokenException::new),
                    ofMessage(8, MailboxFullException.class, MailboxFullException::new),
                    ofMessage(9, MalformedMessageException.class, MalformedMessageException::new));

    private final TreeMap<Integer, Kind<?>> byId = new TreeMap<>();
    private final Map<Class<?>, Kind<?>> byType = new LinkedHashMap<>();

    FailureCodec(List<Kind<?>> others) {
        Stream.concat(OWN.stream(), others.stream()).forEach(this::add);
    }

    private void add(Kind<?> kind) {
        if (byId.put(kind.id(), kind) != null || byType.put(kind.type(), kind) != null) {
            throw new IllegalArgumentException(
                    "The failure " + kind.type() + " or its id " + kind.id() + " is listed twice");
        }
    }

    static <E extends RpcException> Kind<E> ofMessage(
            int id, Class<E> type, Function<String, E> fromMessage) {
        return new Kind<>(
                id,
                type,
                (failure, out) -> out.writeString(message(failure)),
                in -> fromMessage.apply(in.readString()));
    }

    void write(RpcException failure, Output out) {
        Kind<?> kind = byType.get(failure.getClass());
        if (kind != null) {
            kind.write(failure, out);
        } else {
            REMOTE.write(new RemoteException(failure, ""), out);
        }
    }

    RpcException read(Input in) {
        int id = in.readVarInt();
        Kind<?> kind = byId.get(id);
        if (kind == null) {
            throw in.corrupt("a failure of unknown kind " + id);
        }
        return kind.reader().apply(in);
    }

    private static void writeRemote(RemoteException failure, Output out) {
        out.writeString(message(failure));
        out.writeString(limited(failure.exceptionClass()));
        out.writeString(limited(failure.remoteStackTrace()));
    }

    private static RemoteException readRemote(Input in) {
        return new RemoteException(in.readString(), in.readString(), in.readString());
    }

    private static void writeFencing(FencingException failure, Output out) {
        out.writeString(failure.address());
        EpochCodec.writeOptional(failure.expected(), out);
        EpochCodec.write(failure.actual(), out);
    }

    private static FencingException readFencing(Input in) {
        return new FencingException(
                in.readString(), EpochCodec.readOptional(in), EpochCodec.read(in));
    }

    private static String message(RpcException failure) {
        return limited(Objects.requireNonNullElse(failure.getMessage(), ""));
    }

    private static String limited(String text) {
        return text.length() <= MAX_CHARS ? text : text.substring(0, MAX_CHARS) + "...";
    }
}
