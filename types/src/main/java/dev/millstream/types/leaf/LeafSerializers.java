package dev.millstream.types.leaf;

import dev.millstream.types.Input;
import dev.millstream.types.Output;
import dev.millstream.types.Serializer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The types with formats of their own. */
public final class LeafSerializers {
    private LeafSerializers() {}

    /** The serializer of a primitive, boxed or other leaf type; null if it is none. */
    public static @Nullable Serializer<?> of(Class<?> type) {
        // By name and on demand, so that a program loads what it uses and no more.
        return switch (type.getName()) {
            case "java.lang.String" -> new BasicSerializers.OfString();
            case "boolean", "java.lang.Boolean" -> new BasicSerializers.OfBoolean(type);
            case "byte", "java.lang.Byte" -> new BasicSerializers.OfByte(type);
            case "short", "java.lang.Short" -> new BasicSerializers.OfShort(type);
            case "char", "java.lang.Character" -> new BasicSerializers.OfCharacter(type);
            case "int", "java.lang.Integer" -> new BasicSerializers.OfInteger(type);
            case "long", "java.lang.Long" -> new BasicSerializers.OfLong(type);
            case "float", "java.lang.Float" -> new BasicSerializers.OfFloat(type);
            case "double", "java.lang.Double" -> new BasicSerializers.OfDouble(type);
            case "[Z" -> new PrimitiveArraySerializers.OfBooleans();
            case "[B" -> new PrimitiveArraySerializers.OfBytes();
            case "[S" -> new PrimitiveArraySerializers.OfShorts();
            case "[C" -> new PrimitiveArraySerializers.OfChars();
            case "[I" -> new PrimitiveArraySerializers.OfInts();
            case "[J" -> new PrimitiveArraySerializers.OfLongs();
            case "[F" -> new PrimitiveArraySerializers.OfFloats();
            case "[D" -> new PrimitiveArraySerializers.OfDoubles();
            default -> ofValue(type);
        };
    }

    private static @Nullable Serializer<?> ofValue(Class<?> type) {
        return switch (type.getName()) {
            case "java.math.BigInteger" -> bigInteger();
            case "java.math.BigDecimal" -> bigDecimal();
            case "java.util.UUID" ->
                    form(
                            UUID.class,
                            (value, out) -> {
                                out.writeLong(value.getMostSignificantBits());
                                out.writeLong(value.getLeastSignificantBits());
                            },
                            in -> new UUID(in.readLong(), in.readLong()));
            case "java.net.URI" ->
                    form(
                            URI.class,
                            (value, out) -> out.writeString(value.toString()),
                            in -> URI.create(in.readString()));
            case "java.util.OptionalInt" -> optionalInt();
            case "java.util.OptionalLong" -> optionalLong();
            case "java.util.OptionalDouble" -> optionalDouble();
            case "java.util.Date" -> new MutableSerializers.OfDate();
            case "java.util.BitSet" -> new MutableSerializers.OfBitSet();
            default -> type.getName().startsWith("java.time.") ? TimeSerializers.of(type) : null;
        };
    }

    static <T> Serializer<T> form(
            Class<T> type, BiConsumer<T, Output> writer, Function<Input, T> reader) {
        return new FormSerializer<>(type, writer, reader);
    }

    private static Serializer<BigInteger> bigInteger() {
        return form(
                BigInteger.class,
                (value, out) -> out.writeBytes(value.toByteArray()),
                in -> new BigInteger(in.readBytes()));
    }

    private static Serializer<BigDecimal> bigDecimal() {
        return form(
                BigDecimal.class,
                (value, out) -> {
                    out.writeInt(value.scale());
                    out.writeBytes(value.unscaledValue().toByteArray());
                },
                in -> {
                    int scale = in.readInt();
                    return new BigDecimal(new BigInteger(in.readBytes()), scale);
                });
    }

    private static Serializer<OptionalInt> optionalInt() {
        return form(
                OptionalInt.class,
                (value, out) -> {
                    out.writeBoolean(value.isPresent());
                    if (value.isPresent()) {
                        out.writeInt(value.getAsInt());
                    }
                },
                in -> in.readBoolean() ? OptionalInt.of(in.readInt()) : OptionalInt.empty());
    }

    private static Serializer<OptionalLong> optionalLong() {
        return form(
                OptionalLong.class,
                (value, out) -> {
                    out.writeBoolean(value.isPresent());
                    if (value.isPresent()) {
                        out.writeLong(value.getAsLong());
                    }
                },
                in -> in.readBoolean() ? OptionalLong.of(in.readLong()) : OptionalLong.empty());
    }

    private static Serializer<OptionalDouble> optionalDouble() {
        return form(
                OptionalDouble.class,
                (value, out) -> {
                    out.writeBoolean(value.isPresent());
                    if (value.isPresent()) {
                        out.writeDouble(value.getAsDouble());
                    }
                },
                in ->
                        in.readBoolean()
                                ? OptionalDouble.of(in.readDouble())
                                : OptionalDouble.empty());
    }
}
