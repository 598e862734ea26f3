package dev.millstream.connector.file.src;

import dev.millstream.core.io.SimpleVersionedSerializer;
import dev.millstream.types.Input;
import dev.millstream.types.Output;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Splits, and lists of them, as bytes. */
final class FileSourceSplitSerializer implements SimpleVersionedSerializer<FileSourceSplit> {
    /** For checkpoints of the enumerator: the splits that nobody has yet. */
    static final class OfList implements SimpleVersionedSerializer<List<FileSourceSplit>> {
        @Override
        public int getVersion() {
            return 1;
        }

        @Override
        public byte[] serialize(List<FileSourceSplit> splits) {
            Output out = new Output();
            out.writeVarInt(splits.size());
            splits.forEach(split -> write(split, out));
            return bytes(out);
        }

        @Override
        public List<FileSourceSplit> deserialize(int version, byte[] serialized)
                throws IOException {
            check(version);
            Input in = new Input(serialized);
            int count = in.readVarInt();
            List<FileSourceSplit> splits = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                splits.add(read(in));
            }
            return splits;
        }
    }

    @Override
    public int getVersion() {
        return 1;
    }

    @Override
    public byte[] serialize(FileSourceSplit split) {
        Output out = new Output();
        write(split, out);
        return bytes(out);
    }

    @Override
    public FileSourceSplit deserialize(int version, byte[] serialized) throws IOException {
        check(version);
        return read(new Input(serialized));
    }

    private static void write(FileSourceSplit split, Output out) {
        out.writeString(split.splitId());
        out.writeString(split.path());
        out.writeVarLong(split.offset());
        out.writeVarLong(split.length());
        out.writeVarInt(split.hosts().size());
        split.hosts().forEach(out::writeString);
    }

    private static FileSourceSplit read(Input in) {
        String id = in.readString();
        String path = in.readString();
        long offset = in.readVarLong();
        long length = in.readVarLong();
        int count = in.readVarInt();
        List<String> hosts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            hosts.add(in.readString());
        }
        return new FileSourceSplit(id, path, offset, length, hosts);
    }

    private static void check(int version) throws IOException {
        if (version != 1) {
            throw new IOException(
                    "A split of a file source was written in version "
                            + version
                            + " of its format, but this version of Millstream reads version 1"
                            + " only.");
        }
    }

    private static byte[] bytes(Output out) {
        return Arrays.copyOf(out.array(), out.position());
    }
}
