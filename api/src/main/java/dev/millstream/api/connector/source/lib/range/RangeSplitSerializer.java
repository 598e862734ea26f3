package dev.millstream.api.connector.source.lib.range;

import dev.millstream.core.io.SimpleVersionedSerializer;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes ranges: count, then of each next, end and id. */
final class RangeSplitSerializer implements SimpleVersionedSerializer<List<RangeSplit>> {
    private static final int VERSION = 1;

    @Override
    public int getVersion() {
        return VERSION;
    }

    @Override
    public byte[] serialize(List<RangeSplit> splits) {
        int sizeBytes = Integer.BYTES;
        for (RangeSplit split : splits) {
            sizeBytes += 2 * Long.BYTES + Integer.BYTES + idBytes(split).length;
        }
        ByteBuffer buffer = ByteBuffer.allocate(sizeBytes).putInt(splits.size());
        for (RangeSplit split : splits) {
            byte[] id = idBytes(split);
            buffer.putLong(split.next()).putLong(split.end()).putInt(id.length).put(id);
        }
        return buffer.array();
    }

    private static byte[] idBytes(RangeSplit split) {
        return split.splitId().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public List<RangeSplit> deserialize(int version, byte[] serialized) throws IOException {
        if (version != VERSION) {
            throw new IOException("Ranges of version " + version + " can't be read, only of 1");
        }
        try {
            ByteBuffer buffer = ByteBuffer.wrap(serialized);
            int count = buffer.getInt();
            List<RangeSplit> splits = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                long next = buffer.getLong();
                long end = buffer.getLong();
                splits.add(new RangeSplit(readId(buffer), next, end));
            }
            return splits;
        } catch (BufferUnderflowException truncated) {
            throw new IOException(
                    "Ranges in " + serialized.length + " bytes are cut off or corrupt", truncated);
        }
    }

    private static String readId(ByteBuffer buffer) {
        int length = buffer.getInt();
        if (length < 0 || length > buffer.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] id = new byte[length];
        buffer.get(id);
        return new String(id, StandardCharsets.UTF_8);
    }
}
