package dev.millstream.benchmarks.programs.latency;

import dev.millstream.core.io.SimpleVersionedSerializer;
import java.nio.ByteBuffer;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;

/**
 * What one number stands for.
 *
 * @param <T> it
 */
final class NumberSerializer<T> implements SimpleVersionedSerializer<T> {
    private final ToIntFunction<T> toNumber;
    private final IntFunction<T> fromNumber;

    NumberSerializer(ToIntFunction<T> toNumber, IntFunction<T> fromNumber) {
        this.toNumber = toNumber;
        this.fromNumber = fromNumber;
    }

    @Override
    public int getVersion() {
        return 1;
    }

    @Override
    public byte[] serialize(T value) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(toNumber.applyAsInt(value)).array();
    }

    @Override
    public T deserialize(int version, byte[] bytes) {
        return fromNumber.apply(ByteBuffer.wrap(bytes).getInt());
    }
}
