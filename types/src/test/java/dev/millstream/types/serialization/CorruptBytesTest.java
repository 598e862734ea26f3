package dev.millstream.types.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.types.CorruptDataException;
import dev.millstream.types.Input;
import dev.millstream.types.Output;
import dev.millstream.types.Schema;
import dev.millstream.types.Serializer;
import dev.millstream.types.record.RecordDecoder;
import dev.millstream.types.record.RecordEncoder;
import dev.millstream.types.sample.RandomValues;
import dev.millstream.types.sample.Samples.Collections;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CorruptBytesTest {
    private static final int SEEDS = 400;

    private final Serializers serializers = new Serializers(getClass().getClassLoader());

    /** Each wrong version of the bytes ends in a value or a CorruptDataException: no other way. */
    private static void tryAll(byte[] bytes, SplittableRandom random, Consumer<Input> reader) {
        for (int length = 0; length < bytes.length; length++) {
            attempt(reader, Arrays.copyOf(bytes, length));
        }
        for (int i = 0; i < 60; i++) {
            byte[] flipped = bytes.clone();
            for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
                flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
            }
            attempt(reader, flipped);
            byte[] overwritten = bytes.clone();
            overwritten[random.nextInt(bytes.length)] = (byte) random.nextInt();
            attempt(reader, overwritten);
        }
        byte[] noise = new byte[bytes.length];
        random.nextBytes(noise);
        attempt(reader, noise);
    }

    private static void attempt(Consumer<Input> reader, byte[] bytes) {
        try {
            reader.accept(new Input(bytes));
        } catch (CorruptDataException e) {
            assertThat(e).hasMessageMatching("(?s).{10,}");
        }
    }

    @Test
    void shouldSurviveDamagedValuesOfUnknownType() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Output out = new Output();
            serializers.dynamic().write(new RandomValues(seed).next(), out);
            tryAll(out.toByteArray(), new SplittableRandom(seed), serializers.dynamic()::read);
        }
    }

    @Test
    void shouldSurviveDamagedValuesOfKnownType() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Object value = new RandomValues(seed).next();
            Serializer<Object> serializer = serializers.ofExactClass(value.getClass());
            Output out = new Output();
            serializer.write(value, out);
            tryAll(out.toByteArray(), new SplittableRandom(seed), serializer::read);
        }
    }

    @Test
    void shouldSurviveDamagedRecordStreams() {
        for (int seed = 0; seed < SEEDS / 4; seed++) {
            Output out = new Output();
            RecordEncoder encoder = new RecordEncoder(serializers);
            RandomValues values = new RandomValues(seed);
            for (int i = 0; i < 4; i++) {
                encoder.encode(values.next(), out);
            }
            tryAll(
                    out.toByteArray(),
                    new SplittableRandom(seed),
                    in -> {
                        RecordDecoder decoder = new RecordDecoder(serializers);
                        while (in.hasRemaining()) {
                            decoder.decode(in);
                        }
                    });
        }
    }

    @Test
    void shouldSurviveDamagedSchemas() {
        Output out = new Output();
        serializers.of(Collections.class).schema().write(out);
        tryAll(out.toByteArray(), new SplittableRandom(1), Schema::read);
    }

    @Test
    void shouldDetectEveryTruncationOfAKnownType() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Object value = new RandomValues(seed).next();
            Serializer<Object> serializer = serializers.ofExactClass(value.getClass());
            Output out = new Output();
            serializer.write(value, out);
            for (int length = 0; length < out.position(); length++) {
                Input in = new Input(out.array(), 0, length);
                assertThatThrownBy(() -> serializer.read(in))
                        .isInstanceOf(CorruptDataException.class);
            }
        }
    }

    @Test
    void shouldNotAllocateForSizesThatAreNotThere() {
        List<byte[]> liars = new ArrayList<>();
        for (Object value :
                List.of(
                        "x",
                        new long[0],
                        new byte[0],
                        new String[0],
                        List.of(),
                        java.util.Set.of(),
                        java.util.Map.of())) {
            Output out = new Output();
            serializers.dynamic().write(value, out);
            Output lie = new Output();
            lie.write(out.array(), 0, 1);
            lie.writeVarInt(Integer.MAX_VALUE - 1);
            lie.write(new byte[100], 0, 100);
            liars.add(lie.toByteArray());
        }
        read(liars);
        long before = allocatedBytes();
        read(liars);
        assertThat(allocatedBytes() - before).isLessThan(1_000_000);
    }

    private void read(List<byte[]> all) {
        for (byte[] bytes : all) {
            assertThatThrownBy(() -> serializers.dynamic().read(new Input(bytes)))
                    .isInstanceOf(CorruptDataException.class);
        }
    }

    private static long allocatedBytes() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getCurrentThreadAllocatedBytes();
    }

    @Test
    void shouldBoundTheDepthOfWhatItReads() {
        Output out = new Output();
        for (int i = 0; i < 100_000; i++) {
            out.write(listOfOne(), 0, 2);
        }
        assertThatThrownBy(() -> serializers.dynamic().read(new Input(out.toByteArray())))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("levels deep");
    }

    private byte[] listOfOne() {
        Output out = new Output();
        serializers.dynamic().write(List.of(1), out);
        return Arrays.copyOf(out.array(), 2);
    }
}
