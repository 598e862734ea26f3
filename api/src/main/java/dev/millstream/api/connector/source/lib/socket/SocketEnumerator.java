package dev.millstream.api.connector.source.lib.socket;

import dev.millstream.api.connector.source.SplitEnumerator;
import dev.millstream.api.connector.source.SplitEnumeratorContext;
import dev.millstream.core.io.SimpleVersionedSerializer;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives the only split to the reader that asks first. */
final class SocketEnumerator implements SplitEnumerator<SocketSplit, Boolean> {
    private final SplitEnumeratorContext<SocketSplit> context;
    private boolean assigned;

    SocketEnumerator(SplitEnumeratorContext<SocketSplit> context, boolean assigned) {
        this.context = context;
        this.assigned = assigned;
    }

    @Override
    public void start() {}

    @Override
    public void handleSplitRequest(int subtaskId, @Nullable String requesterHostname) {
        if (!assigned) {
            assigned = true;
            context.assignSplit(new SocketSplit(), subtaskId);
        }
        context.signalNoMoreSplits(subtaskId);
    }

    @Override
    public void addSplitsBack(List<SocketSplit> splits, int subtaskId) {
        assigned &= splits.isEmpty();
    }

    @Override
    public void addReader(int subtaskId) {}

    /** Whether the split is assigned. */
    @Override
    public Boolean snapshotState(long checkpointId) {
        return assigned;
    }

    @Override
    public void close() {}

    /** One byte: 1 when the split is assigned. */
    static final class CheckpointSerializer implements SimpleVersionedSerializer<Boolean> {
        @Override
        public int getVersion() {
            return 1;
        }

        @Override
        public byte[] serialize(Boolean assigned) {
            return new byte[] {(byte) (assigned ? 1 : 0)};
        }

        @Override
        public Boolean deserialize(int version, byte[] serialized) throws IOException {
            if (version != 1 || serialized.length != 1) {
                throw new IOException(
                        "The enumerator of a socket source is one byte in version 1 of its format,"
                                + " but "
                                + serialized.length
                                + " bytes of version "
                                + version
                                + " were found");
            }
            return serialized[0] == 1;
        }
    }
}
