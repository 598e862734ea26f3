package dev.millstream.rpc.codec;

import dev.millstream.platform.link.Address;
import dev.millstream.rpc.codec.Frame.Answer;
import dev.millstream.rpc.codec.Frame.Call;
import dev.millstream.rpc.codec.Frame.Failed;
import dev.millstream.rpc.codec.Frame.Found;
import dev.millstream.rpc.codec.Frame.Heartbeat;
import dev.millstream.rpc.codec.Frame.Hello;
import dev.millstream.rpc.codec.Frame.LookUp;
import dev.millstream.rpc.codec.Frame.Refusal;
import dev.millstream.rpc.codec.Frame.Terminated;
import dev.millstream.rpc.codec.Frame.Unwatch;
import dev.millstream.rpc.codec.Frame.WatchEndpoint;
import dev.millstream.rpc.codec.Frame.Welcome;
import dev.millstream.rpc.error.FrameTooLargeException;
import dev.millstream.rpc.error.MalformedMessageException;
import dev.millstream.types.CorruptDataException;
import dev.millstream.types.Input;
import dev.millstream.types.Output;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads {@link Frame}s. A frame is its kind in one byte, then its fields; a body (of
 * arguments, or a result) fills the rest. Immutable and thread-safe.
 */
public final class FrameCodec {
    /** What a frame may have besides its body. */
    private static final int MAX_HEADER_BYTES = 32 * 1024;

    /** "MSRP": the first thing in a {@link Hello}. */
    private static final int MAGIC = 0x4D535250;

    private static final int HELLO = 1;
    private static final int WELCOME = 2;
    private static final int REFUSAL = 3;
    private static final int LOOK_UP = 4;
    private static final int FOUND = 5;
    private static final int CALL = 6;
    private static final int ANSWER = 7;
    private static final int FAILED = 8;
    private static final int WATCH = 9;
    private static final int UNWATCH = 10;
    private static final int TERMINATED = 11;
    private static final int HEARTBEAT = 12;

    private final GatewayCatalog catalog;
    private final int maxBodyBytes;

    /**
     * A codec.
     *
     * @param maxBodyBytes the option {@code rpc.framesize}
     */
    public FrameCodec(GatewayCatalog catalog, int maxBodyBytes) {
        this.catalog = catalog;
        this.maxBodyBytes = maxBodyBytes;
    }

    public GatewayCatalog catalog() {
        return catalog;
    }

    /**
     * The arguments of a call.
     *
     * @throws FrameTooLargeException if they are too many
     */
    public ByteBuffer arguments(MethodCodec method, List<Object> arguments) {
        return body("The call " + method.method(), out -> method.writeArguments(arguments, out));
    }

    /**
     * The result of a call.
     *
     * @throws FrameTooLargeException if it is too large
     */
    public ByteBuffer result(MethodCodec method, @Nullable Object result) {
        return body("The answer to " + method.method(), out -> method.writeResult(result, out));
    }

    /**
     * Reads what {@link #arguments} has written.
     *
     * @throws MalformedMessageException if it is anything else
     */
    public List<Object> readArguments(MethodCodec method, ByteBuffer body) {
        try {
            return method.readArguments(input(body));
        } catch (RuntimeException e) {
            // Also what constructors of messages throw: the bytes come from outside.
            throw new MalformedMessageException(
                    "The arguments of a call " + method.method() + " can't be read: " + e);
        }
    }

    /**
     * Reads what {@link #result} has written.
     *
     * @throws MalformedMessageException if it is anything else
     */
    public @Nullable Object readResult(MethodCodec method, ByteBuffer body) {
        try {
            return method.readResult(input(body));
        } catch (RuntimeException e) {
            // Also what constructors of messages throw: the bytes come from outside.
            throw new MalformedMessageException(
                    "The answer to " + method.method() + " can't be read: " + e);
        }
    }

    private static Input input(ByteBuffer heap) {
        return new Input(heap.array(), heap.arrayOffset() + heap.position(), heap.remaining());
    }

    private ByteBuffer body(String what, Consumer<Output> writer) {
        Output out = new Output();
        writer.accept(out);
        if (out.position() > maxBodyBytes) {
            throw new FrameTooLargeException(
                    what
                            + " has "
                            + out.position()
                            + " bytes, and rpc.framesize allows "
                            + maxBodyBytes
                            + "; it was not sent. Raise rpc.framesize in all processes, or send"
                            + " less at a time");
        }
        return ByteBuffer.wrap(out.array(), 0, out.position());
    }

    /** Turns a frame into bytes. */
    public ByteBuffer encode(Frame frame) {
        Output out = new Output();
        switch (frame) {
            case Hello hello -> write(hello, out);
            case Welcome(long processId) -> kind(WELCOME, out).writeLong(processId);
            case Refusal(String reason) -> kind(REFUSAL, out).writeString(reason);
            case LookUp lookUp -> write(lookUp, out);
            case Found(long id, long startId, var epoch) -> {
                kind(FOUND, out).writeVarLong(id);
                out.writeLong(startId);
                EpochCodec.writeOptional(epoch, out);
            }
            case Call call -> write(call, out);
            case Answer(long id, ByteBuffer result) -> {
                kind(ANSWER, out).writeVarLong(id);
                append(result, out);
            }
            case Failed(long id, var failure) -> {
                kind(FAILED, out).writeVarLong(id);
                catalog.failures().write(failure, out);
            }
            case WatchEndpoint(long id, String path, long startId) -> {
                kind(WATCH, out).writeVarLong(id);
                out.writeString(path);
                out.writeLong(startId);
            }
            case Unwatch(long id) -> kind(UNWATCH, out).writeVarLong(id);
            case Terminated(long id) -> kind(TERMINATED, out).writeVarLong(id);
            case Heartbeat() -> kind(HEARTBEAT, out);
        }
        return ByteBuffer.wrap(out.array(), 0, out.position());
    }

    private static Output kind(int kind, Output out) {
        out.writeByte(kind);
        return out;
    }

    private static void write(Hello hello, Output out) {
        kind(HELLO, out).writeInt(MAGIC);
        out.writeVarInt(hello.version());
        out.writeString(hello.clusterId());
        out.writeString(hello.address().host());
        out.writeVarInt(hello.address().port());
        out.writeLong(hello.processId());
    }

    private static void write(LookUp lookUp, Output out) {
        kind(LOOK_UP, out).writeVarLong(lookUp.id());
        out.writeString(lookUp.path());
        out.writeVarInt(lookUp.gateway());
        EpochCodec.writeOptional(lookUp.epoch(), out);
    }

    private static void write(Call call, Output out) {
        kind(CALL, out).writeVarLong(call.id());
        out.writeString(call.path());
        out.writeLong(call.startId());
        out.writeVarInt(call.gateway());
        out.writeVarInt(call.method());
        EpochCodec.writeOptional(call.epoch(), out);
        append(call.arguments(), out);
    }

    private static void append(ByteBuffer body, Output out) {
        out.write(body.array(), body.arrayOffset() + body.position(), body.remaining());
    }

    /**
     * Reads a frame.
     *
     * @throws MalformedMessageException if it is none, or too large
     */
    public Frame decode(ByteBuffer bytes) {
        if (bytes.remaining() > (long) maxBodyBytes + MAX_HEADER_BYTES) {
            throw new MalformedMessageException(
                    "A frame of "
                            + bytes.remaining()
                            + " bytes has arrived, and rpc.framesize allows "
                            + maxBodyBytes);
        }
        Input in = input(onHeap(bytes));
        try {
            Frame frame = read(in);
            if (in.hasRemaining()) {
                throw in.corrupt(in.remaining() + " bytes too many");
            }
            return frame;
        } catch (CorruptDataException e) {
            throw new MalformedMessageException("What has arrived is no frame: " + e.getMessage());
        }
    }

    private Frame read(Input in) {
        int kind = in.readByte();
        return switch (kind) {
            case HELLO -> readHello(in);
            case WELCOME -> new Welcome(in.readLong());
            case REFUSAL -> new Refusal(in.readString());
            case LOOK_UP ->
                    new LookUp(
                            in.readVarLong(),
                            in.readString(),
                            in.readVarInt(),
                            EpochCodec.readOptional(in));
            case FOUND -> new Found(in.readVarLong(), in.readLong(), EpochCodec.readOptional(in));
            case CALL ->
                    new Call(
                            in.readVarLong(),
                            in.readString(),
                            in.readLong(),
                            in.readVarInt(),
                            in.readVarInt(),
                            EpochCodec.readOptional(in),
                            rest(in));
            case ANSWER -> new Answer(in.readVarLong(), rest(in));
            case FAILED -> new Failed(in.readVarLong(), catalog.failures().read(in));
            case WATCH -> new WatchEndpoint(in.readVarLong(), in.readString(), in.readLong());
            case UNWATCH -> new Unwatch(in.readVarLong());
            case TERMINATED -> new Terminated(in.readVarLong());
            case HEARTBEAT -> new Heartbeat();
            default -> throw in.corrupt("a frame of unknown kind " + kind);
        };
    }

    private static Frame readHello(Input in) {
        if (in.readInt() != MAGIC) {
            throw in.corrupt("another protocol");
        }
        return new Hello(
                in.readVarInt(),
                in.readString(),
                new Address(in.readString(), in.readVarInt()),
                in.readLong());
    }

    private static ByteBuffer rest(Input in) {
        byte[] body = new byte[in.remaining()];
        in.read(body, 0, body.length);
        return ByteBuffer.wrap(body);
    }

    private static ByteBuffer onHeap(ByteBuffer bytes) {
        if (bytes.hasArray()) {
            return bytes;
        }
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        return ByteBuffer.wrap(copy);
    }
}
