package dev.millstream.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OutputInputTest {
    private final Output out = new Output(1);

    private Input written() {
        return new Input(out.toByteArray());
    }

    @Test
    void shouldReadBackNumbersOfAllSizes() {
        SplittableRandom random = new SplittableRandom(1);
        long[] values = new long[2_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextLong() >>> random.nextInt(64);
            out.writeVarLong(values[i]);
            out.writeVarInt((int) values[i]);
            out.writeLong(values[i]);
            out.writeInt((int) values[i]);
            out.writeShort((short) values[i]);
            out.writeChar((char) values[i]);
            out.writeByte((byte) values[i]);
            out.writeDouble(Double.longBitsToDouble(values[i]));
            out.writeFloat(Float.intBitsToFloat((int) values[i]));
        }
        Input in = written();
        for (long value : values) {
            assertThat(in.readVarLong()).isEqualTo(value);
            assertThat(in.readVarInt()).isEqualTo((int) value);
            assertThat(in.readLong()).isEqualTo(value);
            assertThat(in.readInt()).isEqualTo((int) value);
            assertThat(in.readShort()).isEqualTo((short) value);
            assertThat(in.readChar()).isEqualTo((char) value);
            assertThat(in.readByte()).isEqualTo((byte) value);
            assertThat(Double.doubleToRawLongBits(in.readDouble())).isEqualTo(value);
            assertThat(Float.floatToRawIntBits(in.readFloat())).isEqualTo((int) value);
        }
        assertThat(in.hasRemaining()).isFalse();
    }

    @Test
    void shouldGiveSmallNumbersOneByte() {
        out.writeVarInt(127);
        assertThat(out.position()).isEqualTo(1);
        out.writeVarInt(-1);
        assertThat(out.position()).isEqualTo(6);
    }

    @Test
    void shouldReadBackAnyString() {
        String[] texts = {
            "", "plain", "gr\u00FC\u00DFe", "\u4F60\u597D", "\uD83D\uDE00", "\uD800x"
        };
        for (String text : texts) {
            out.writeString(text);
        }
        Input in = written();
        for (String text : texts) {
            assertThat(in.readString()).isEqualTo(text);
        }
    }

    @Test
    void shouldGiveLatinTextOneByteACharacter() {
        out.writeString("gr\u00FC\u00DFe");
        assertThat(out.position()).isEqualTo(6);
        out.reset();
        out.writeString("\u4F60\u597D");
        assertThat(out.position()).isEqualTo(5);
    }

    @Test
    void shouldReadOnlyItsPart() {
        byte[] bytes = {9, 1, 2, 9};
        Input in = new Input(bytes, 1, 2);
        assertThat(in.readByte()).isEqualTo((byte) 1);
        assertThat(in.readByte()).isEqualTo((byte) 2);
        assertThatThrownBy(in::readByte)
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("before byte 3");
    }

    @Test
    void shouldRefuseNumbersThatAreTooLong() {
        byte[] bytes = new byte[11];
        java.util.Arrays.fill(bytes, (byte) -1);
        assertThatThrownBy(() -> new Input(bytes).readVarLong())
                .isInstanceOf(CorruptDataException.class);
        assertThatThrownBy(() -> new Input(bytes).readVarInt())
                .isInstanceOf(CorruptDataException.class);
        bytes[4] = 0x7F;
        assertThatThrownBy(() -> new Input(bytes).readVarInt())
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("more than 32 bits");
    }

    @Test
    void shouldOverwriteAndTruncateOnlyWhatWasWritten() {
        out.writeInt(1);
        out.writeInt(2);
        out.setInt(0, 7);
        out.truncate(4);
        assertThat(written().readInt()).isEqualTo(7);
        assertThatIllegalArgumentException().isThrownBy(() -> out.setInt(1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> out.truncate(5));
    }

    @Test
    void shouldReadBackNumbersWrittenAtOnce() {
        int[] numbers = {1, -1, Integer.MIN_VALUE, 0x01020304, 5};
        out.writeByte(9);
        out.writeInts(numbers, 4);
        out.writeInt(77);
        Input in = written();
        int[] back = new int[4];
        in.readByte();
        in.readInts(back, 4);
        assertThat(back).isEqualTo(Arrays.copyOf(numbers, 4));
        assertThat(in.readInt()).isEqualTo(77);

        Input single = written();
        single.readByte();
        assertThat(single.readInt()).isEqualTo(1);
        assertThatThrownBy(() -> single.readInts(new int[5], 5))
                .isInstanceOf(CorruptDataException.class);
    }

    @Test
    void shouldClaimBytesToBeFilledAndLookedAt() {
        out.writeByte(9);
        int at = out.claim(14);
        LittleEndian.putLong(out.array(), at, Long.MIN_VALUE + 1);
        LittleEndian.putInt(out.array(), at + 8, -5);
        LittleEndian.putShort(out.array(), at + 12, (short) 7);
        out.writeByte(8);
        Input in = written();
        in.readByte();
        int from = in.claim(14);
        assertThat(LittleEndian.getLong(in.array(), from)).isEqualTo(Long.MIN_VALUE + 1);
        assertThat(LittleEndian.getInt(in.array(), from + 8)).isEqualTo(-5);
        assertThat(LittleEndian.getShort(in.array(), from + 12)).isEqualTo((short) 7);
        assertThat(in.readByte()).isEqualTo((byte) 8);
        assertThatThrownBy(() -> in.claim(1)).isInstanceOf(CorruptDataException.class);
    }
}
