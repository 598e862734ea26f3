package dev.millstream.platform.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BlockFileTest {
    private static final String NAME = "spill/7.blocks";

    private static byte[] file(List<byte[]> blocks) throws IOException {
        MemoryFiles.Written file = new MemoryFiles.Written();
        BlockWriter writer = new BlockWriter(file);
        for (byte[] block : blocks) {
            writer.write(block, 0, block.length);
        }
        writer.finish(true);
        assertThat(file.isSynced()).isTrue();
        writer.close();
        assertThat(file.isClosed()).isTrue();
        return file.bytes();
    }

    private static List<byte[]> readAll(byte[] file) throws IOException {
        MemoryFiles.FixedFile readable = new MemoryFiles.FixedFile(file);
        List<byte[]> blocks = new ArrayList<>();
        try (BlockReader reader = new BlockReader(readable, NAME)) {
            while (reader.next()) {
                blocks.add(Arrays.copyOf(reader.content(), reader.length()));
            }
        }
        assertThat(readable.isClosed()).isTrue();
        return blocks;
    }

    private static List<byte[]> randomBlocks(SplittableRandom random) {
        List<byte[]> blocks = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            byte[] block = new byte[random.nextInt(60)];
            random.nextBytes(block);
            blocks.add(block);
        }
        return blocks;
    }

    private static void assertCorrupt(byte[] file) {
        assertThatThrownBy(() -> readAll(file))
                .isInstanceOf(CorruptBlockException.class)
                .hasMessageContaining(NAME)
                .hasMessageContaining("at byte");
    }

    @Test
    void shouldReadBackBlocks() throws IOException {
        for (int seed = 0; seed < 200; seed++) {
            List<byte[]> blocks = randomBlocks(new SplittableRandom(seed));
            assertThat(readAll(file(blocks))).containsExactlyElementsOf(blocks);
        }
    }

    /** The format is for ever: files outlive programs. */
    @Test
    void shouldWriteTheDocumentedBytes() throws IOException {
        assertThat(HexFormat.of().formatHex(file(List.of(new byte[] {1, 2, 3}))))
                .isEqualTo(
                        "4d53424c4f434b01"
                                + "0300000037831c48010203"
                                + "ffffffffbf99a9020100000000000000");
    }

    @Test
    void shouldDetectEveryTruncation() throws IOException {
        byte[] file = file(List.of(new byte[] {1, 2, 3}, new byte[0], new byte[20]));
        for (int length = 0; length < file.length; length++) {
            assertCorrupt(Arrays.copyOf(file, length));
        }
    }

    @Test
    void shouldDetectEveryFlippedBit() throws IOException {
        byte[] file = file(List.of(new byte[] {1, 2, 3}, new byte[0], new byte[20]));
        for (int bit = 0; bit < file.length * 8; bit++) {
            byte[] flipped = file.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertCorrupt(flipped);
        }
    }

    @Test
    void shouldDetectBytesBehindTheEnd() throws IOException {
        byte[] file = file(List.of(new byte[] {1, 2, 3}));
        assertCorrupt(Arrays.copyOf(file, file.length + 1));
    }

    @Test
    void shouldDetectBlocksThatAreMissingOrElsewhere() throws IOException {
        byte[] file = file(List.of(new byte[12], new byte[12]));
        byte[] shorter = new byte[file.length - 20];
        System.arraycopy(file, 0, shorter, 0, 28);
        System.arraycopy(file, 48, shorter, 28, file.length - 48);
        assertCorrupt(shorter);
        byte[] moved = file.clone();
        System.arraycopy(file, 8, moved, 28, 20);
        assertCorrupt(moved);
    }

    @Test
    void shouldDetectAFileThatWasNotFinished() throws IOException {
        MemoryFiles.Written file = new MemoryFiles.Written();
        BlockWriter writer = new BlockWriter(file);
        writer.write(new byte[5], 0, 5);
        assertCorrupt(file.bytes());
    }

    @Test
    void shouldNameAnUnknownVersion() throws IOException {
        byte[] file = file(List.of());
        file[7] = 9;
        assertThatThrownBy(() -> readAll(file))
                .isInstanceOf(CorruptBlockException.class)
                .hasMessageContaining("version 9");
    }

    @Test
    void shouldNotAllocateForASizeThatIsNotThere() throws IOException {
        byte[] file = file(List.of(new byte[5]));
        file[8 + 3] = 0x7F;
        assertThatThrownBy(() -> readAll(file))
                .isInstanceOf(CorruptBlockException.class)
                .hasMessageContaining("announced");
    }

    @Test
    void shouldReadFromAnyBlock() throws IOException {
        MemoryFiles.Written file = new MemoryFiles.Written();
        BlockWriter writer = new BlockWriter(file);
        writer.write(new byte[] {1}, 0, 1);
        long second = writer.write(new byte[] {9, 2, 9}, 1, 1);
        assertThat(writer.position()).isEqualTo(second + 9);
        writer.finish(false);
        BlockReader reader = new BlockReader(new MemoryFiles.FixedFile(file.bytes()), NAME);
        reader.seek(second);
        assertThat(reader.next()).isTrue();
        assertThat(reader.content()[0]).isEqualTo((byte) 2);
        assertThat(reader.next()).isFalse();
        reader.seek(second + 1);
        assertThatThrownBy(reader::next).isInstanceOf(CorruptBlockException.class);
        reader.seek(1_000);
        assertThatThrownBy(reader::next).isInstanceOf(CorruptBlockException.class);
    }

    @Test
    void shouldRefuseToGoOnAfterTheEnd() throws IOException {
        MemoryFiles.Written file = new MemoryFiles.Written();
        BlockWriter writer = new BlockWriter(file);
        writer.finish(false);
        assertThatIllegalStateException().isThrownBy(() -> writer.write(new byte[1], 0, 1));
        assertThatIllegalStateException().isThrownBy(() -> writer.finish(false));
        assertThatIllegalArgumentException().isThrownBy(() -> new BlockWriter(file));
    }
}
