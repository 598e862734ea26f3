package dev.millstream.engine.batch;

import dev.millstream.engine.operator.TaskScope;
import dev.millstream.platform.block.BlockReader;
import dev.millstream.platform.block.BlockWriter;
import dev.millstream.types.Input;
import dev.millstream.types.Output;
import dev.millstream.types.UnsupportedTypeException;
import dev.millstream.types.record.RecordDecoder;
import dev.millstream.types.record.RecordEncoder;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Records in a file: written front to back, then read once. */
final class SpilledPart {
    private static final int BLOCK_BYTES = 64 << 10;

    private final Spilling owner;
    private final TaskScope scope;
    private final String path;
    private final RecordEncoder encoder;
    private final Output block = new Output(BLOCK_BYTES + 4096);
    private @Nullable BlockWriter writer;

    SpilledPart(Spilling owner, TaskScope scope, String path) {
        this.owner = owner;
        this.scope = scope;
        this.path = path;
        this.encoder = new RecordEncoder(scope.serializers());
    }

    void add(Object value, long timestamp) {
        try {
            block.writeLong(timestamp);
            encoder.encode(value, block);
            if (block.position() >= BLOCK_BYTES) {
                writeBlock();
            }
        } catch (UnsupportedTypeException e) {
            throw owner.unsupported(e);
        } catch (IOException e) {
            throw owner.failed("write", e);
        }
    }

    private void writeBlock() throws IOException {
        BlockWriter open = writer;
        if (open == null) {
            open = new BlockWriter(scope.platform().files().create(path));
            writer = open;
        }
        open.write(block.array(), 0, block.position());
        block.reset();
    }

    /** Completes the file and reads all of it. */
    void readBack(RecordSink target) {
        try {
            writeBlock();
            BlockWriter open = writer;
            if (open != null) {
                open.finish(false);
                closeWriter();
            }
            try (BlockReader reader = new BlockReader(scope.platform().files().open(path), path)) {
                RecordDecoder decoder = new RecordDecoder(scope.serializers());
                while (reader.next()) {
                    scope.ending().check();
                    readBlock(new Input(reader.content(), 0, reader.length()), decoder, target);
                }
            }
        } catch (IOException e) {
            throw owner.failed("read", e);
        }
    }

    @SuppressWarnings("NullAway") // what add was given comes back
    private static void readBlock(Input block, RecordDecoder decoder, RecordSink target) {
        while (block.hasRemaining()) {
            long timestamp = block.readLong();
            target.accept(decoder.decode(block), timestamp);
        }
    }

    private void closeWriter() throws IOException {
        BlockWriter open = writer;
        writer = null;
        if (open != null) {
            open.close();
        }
    }

    void delete() throws IOException {
        closeWriter();
        scope.platform().files().delete(path);
    }
}
