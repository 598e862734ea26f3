package dev.millstream.engine.exchange.element;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.types.CorruptDataException;
import dev.millstream.types.UnsupportedTypeException;
import dev.millstream.types.serialization.Serializers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.ReentrantLock;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchFormatTest {
    private static final int PREFIX = EncodedBatch.PREFIX_BYTES;

    private final Serializers serializers = new Serializers(getClass().getClassLoader());
    private final BatchEncoder encoder =
            new BatchEncoder(serializers, new BatchBounds(1000, 1 << 20, 1 << 20));

    record Point(long x, double y, String name) {}

    private static List<StreamEvent> events() {
        return List.of(
                new StreamEvent.Watermark(Long.MIN_VALUE),
                new StreamEvent.Watermark(77),
                new StreamEvent.WatermarkStatus(true),
                new StreamEvent.WatermarkStatus(false),
                new StreamEvent.Barrier(5, 6),
                StreamEvent.EndOfInput.INSTANCE);
    }

    private static Object record(SplittableRandom random) {
        return switch (random.nextInt(3)) {
            case 0 -> new Point(random.nextLong(), random.nextDouble(), "p" + random.nextInt());
            case 1 -> random.nextInt();
            default -> "text " + random.nextLong();
        };
    }

    private static Batch decode(BatchDecoder decoder, EncodedBatch batch) {
        return decoder.decode(batch.array(), PREFIX, batch.end() - PREFIX);
    }

    @Test
    void shouldReadWhatWasWritten() {
        SplittableRandom random = new SplittableRandom(1);
        BatchDecoder decoder = new BatchDecoder(serializers);
        for (int round = 0; round < 200; round++) {
            List<Object> values = new ArrayList<>();
            List<Long> timestamps = new ArrayList<>();
            for (int i = random.nextInt(20); i > 0; i--) {
                values.add(record(random));
                timestamps.add(random.nextInt(3) == 0 ? Batch.NO_TIMESTAMP : random.nextLong());
                encoder.add(values.getLast(), timestamps.getLast());
            }
            StreamEvent event = events().get(random.nextInt(events().size()));
            boolean eventful = values.isEmpty() || random.nextBoolean();
            if (eventful) {
                encoder.setEvent(event);
            }
            EncodedBatch encoded = encoder.finish();
            Batch batch = decode(decoder, encoded);

            assertThat(batch.size()).isEqualTo(values.size());
            for (int i = 0; i < batch.size(); i++) {
                assertThat(batch.value(i)).isEqualTo(values.get(i));
                assertThat(batch.timestamp(i)).isEqualTo(timestamps.get(i));
            }
            assertThat(batch.event()).isEqualTo(eventful ? event : null);
            assertThat(encoded.isLast()).isEqualTo(batch.isLast());
            assertThat(encoder.isEmpty()).isTrue();
        }
    }

    @Test
    void shouldReadDamagedBatchesAsSuchOrAsOthersButNeverElse() {
        SplittableRandom random = new SplittableRandom(2);
        for (int round = 0; round < 3000; round++) {
            BatchEncoder fresh =
                    new BatchEncoder(serializers, new BatchBounds(100, 1 << 20, 1 << 20));
            for (int i = 0; i < 5; i++) {
                fresh.add(record(random), i % 2 == 0 ? i : Batch.NO_TIMESTAMP);
            }
            fresh.setEvent(new StreamEvent.Watermark(3));
            EncodedBatch batch = fresh.finish();
            byte[] bytes = Arrays.copyOf(batch.array(), batch.end());
            int length = bytes.length - PREFIX;
            if (random.nextBoolean()) {
                bytes[PREFIX + random.nextInt(length)] = (byte) random.nextInt();
            } else {
                length = random.nextInt(length);
            }
            int shortened = length;
            assertThatCode(() -> new BatchDecoder(serializers).decode(bytes, PREFIX, shortened))
                    .satisfiesAnyOf(
                            thrown -> assertThat(thrown).isNull(),
                            thrown ->
                                    assertThat(thrown)
                                            .asInstanceOf(InstanceOfAssertFactories.THROWABLE)
                                            .isInstanceOf(CorruptDataException.class));
        }
    }

    @Test
    void shouldBeFullByRecordsOrBytes() {
        BatchEncoder small = new BatchEncoder(serializers, new BatchBounds(3, 100, 1000));
        assertThat(small.add(1, 0)).isFalse();
        assertThat(small.add(2, 0)).isFalse();
        assertThat(small.add(3, 0)).isTrue();
        small.finish();
        assertThat(small.add("x".repeat(100), 0)).isTrue();
    }

    /** Runs of one class, shorter and longer than one may be, and batches as large as can be. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 254, 255, 256, 511, 1024, 100_000})
    void shouldReadRunsOfOneClass(int length) {
        BatchEncoder large =
                new BatchEncoder(serializers, new BatchBounds(1 << 20, 1 << 29, 1 << 29));
        BatchDecoder decoder = new BatchDecoder(serializers);
        for (int batches = 0; batches < 2; batches++) {
            large.addHashed("begin", Batch.NO_TIMESTAMP, -1);
            for (int i = 0; i < length; i++) {
                large.addHashed(new Point(i, i, "p"), i, i);
            }
            large.addHashed("end", Batch.NO_TIMESTAMP, -2);
            Batch batch = decode(decoder, large.finish());

            assertThat(batch.size()).isEqualTo(length + 2);
            assertThat(batch.value(0)).isEqualTo("begin");
            for (int i = 0; i < length; i++) {
                assertThat(batch.value(1 + i)).isEqualTo(new Point(i, i, "p"));
                assertThat(batch.timestamp(1 + i)).isEqualTo(i);
            }
            assertThat(batch.value(length + 1)).isEqualTo("end");
            assertThat(batch.keyHashes()).startsWith(-1, 0).endsWith(length - 1, -2);
        }
    }

    @Test
    void shouldTakeABatchWithoutARecordThatCouldNotBeWritten() {
        encoder.add(List.of(1), 0);
        assertThatThrownBy(() -> encoder.add(List.of(new ReentrantLock()), 0))
                .isInstanceOf(UnsupportedTypeException.class);
        encoder.add(List.of(2), 0);
        encoder.add("text", 0);
        Batch batch = decode(new BatchDecoder(serializers), encoder.finish());
        assertThat(batch.size()).isEqualTo(3);
        assertThat(batch.value(1)).isEqualTo(List.of(2));
        assertThat(batch.value(2)).isEqualTo("text");
    }

    @Test
    void shouldRefuseRunsThatAreEmptyOrTooLong() {
        encoder.add(1, 0);
        encoder.add(2, 0);
        EncodedBatch batch = encoder.finish();
        for (int length : new int[] {0, 1, 3, 255}) {
            byte[] bytes = Arrays.copyOf(batch.array(), batch.end());
            bytes[BatchEncoder.RECORDS_AT] = (byte) length;
            assertThatThrownBy(() ->
                            new BatchDecoder(serializers)
                                    .decode(bytes, PREFIX, bytes.length - PREFIX))
                    .isInstanceOf(CorruptDataException.class);
        }
    }
}
