package dev.millstream.engine.source;

import dev.millstream.core.io.SimpleVersionedSerializer;
import dev.millstream.graph.job.Bytes;
import dev.millstream.types.Input;
import dev.millstream.types.Output;
import java.io.IOException;

/** A value with the version in which its serializer wrote it. */
public final class VersionedBytes {
    private VersionedBytes() {}

    public static <T> Bytes write(SimpleVersionedSerializer<T> serializer, T value)
            throws IOException {
        byte[] content = serializer.serialize(value);
        Output out = new Output(content.length + 8);
        out.writeVarInt(serializer.getVersion());
        out.writeBytes(content);
        return Bytes.owning(out.toByteArray());
    }

    public static <T> T read(SimpleVersionedSerializer<T> serializer, Bytes bytes)
            throws IOException {
        Input in = new Input(bytes.array());
        int version = in.readVarInt();
        return serializer.deserialize(version, in.readBytes());
    }
}
