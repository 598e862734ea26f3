package dev.millstream.api.connector.source.lib.range;

import dev.millstream.core.io.SimpleVersionedSerializer;
import java.io.IOException;
import java.util.List;

/** Writes one range, as a list of one. */
final class SingleSplitSerializer implements SimpleVersionedSerializer<RangeSplit> {
    private final RangeSplitSerializer lists = new RangeSplitSerializer();

    @Override
    public int getVersion() {
        return lists.getVersion();
    }

    @Override
    public byte[] serialize(RangeSplit split) {
        return lists.serialize(List.of(split));
    }

    @Override
    public RangeSplit deserialize(int version, byte[] serialized) throws IOException {
        List<RangeSplit> splits = lists.deserialize(version, serialized);
        if (splits.size() != 1) {
            throw new IOException("One range was expected, but there are " + splits.size());
        }
        return splits.getFirst();
    }
}
