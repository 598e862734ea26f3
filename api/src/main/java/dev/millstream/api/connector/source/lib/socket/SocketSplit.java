package dev.millstream.api.connector.source.lib.socket;

import dev.millstream.api.connector.source.SourceSplit;
import dev.millstream.core.io.SimpleVersionedSerializer;

/** The right to connect: the only split of its source. */
public record SocketSplit() implements SourceSplit {
    @Override
    public String splitId() {
        return "socket";
    }

    /** There is nothing to write. */
    static final class Serializer implements SimpleVersionedSerializer<SocketSplit> {
        @Override
        public int getVersion() {
            return 1;
        }

        @Override
        public byte[] serialize(SocketSplit split) {
            return new byte[0];
        }

        @Override
        public SocketSplit deserialize(int version, byte[] serialized) {
            return new SocketSplit();
        }
    }
}
