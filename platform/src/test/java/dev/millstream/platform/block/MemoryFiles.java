package dev.millstream.platform.block;

import dev.millstream.platform.file.ReadableFile;
import dev.millstream.platform.file.WritableFile;
import java.io.ByteArrayOutputStream;

/** Files in memory that are as clumsy as files may be: reads come in small pieces. */
final class MemoryFiles {
    private MemoryFiles() {}

    /** Being written. */
    static final class Written implements WritableFile {
        private final ByteArrayOutputStream content = new ByteArrayOutputStream();
        private boolean synced;
        private boolean closed;

        @Override
        public void write(byte[] source, int offset, int length) {
            content.write(source, offset, length);
            synced = false;
        }

        @Override
        public long position() {
            return content.size();
        }

        @Override
        public void sync() {
            synced = true;
        }

        @Override
        public void close() {
            closed = true;
        }

        byte[] bytes() {
            return content.toByteArray();
        }

        boolean isSynced() {
            return synced;
        }

        boolean isClosed() {
            return closed;
        }
    }

    /** Of some bytes. */
    static final class FixedFile implements ReadableFile {
        private final byte[] content;
        private boolean closed;

        FixedFile(byte[] content) {
            this.content = content.clone();
        }

        @Override
        public long sizeBytes() {
            return content.length;
        }

        @Override
        public int read(long position, byte[] target, int offset, int length) {
            if (position >= content.length) {
                return -1;
            }
            int count = (int) Math.min(Math.min(length, 7), content.length - position);
            System.arraycopy(content, (int) position, target, offset, count);
            return count;
        }

        @Override
        public void close() {
            closed = true;
        }

        boolean isClosed() {
            return closed;
        }
    }
}
