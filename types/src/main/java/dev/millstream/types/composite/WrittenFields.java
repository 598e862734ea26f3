package dev.millstream.types.composite;

import dev.millstream.types.CorruptDataException;
import dev.millstream.types.Input;
import dev.millstream.types.ReadingSerializer;
import dev.millstream.types.Serializer;
import dev.millstream.types.model.Shape;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads objects of a class whose fields were others, or in another order, when it was written. */
public final class WrittenFields extends ReadingSerializer {
    private final Shape.Fields shape;
    private final Assembly assembly;
    private final List<Field> fields;
    private final NullBits nullBits;
    private final boolean[] given;
    private final @Nullable Object[] initial;

    /**
     * A field as it was written.
     *
     * @param primitive whether it was written without a bit for null
     * @param reader reads what is to become the property, or what is to be dropped
     * @param property index of the property that it has become; -1 if there is none
     */
    public record Field(boolean primitive, Serializer<Object> reader, int property) {}

    /**
     * Of a class as it is now.
     *
     * @param fields in the order in which they were written
     */
    public WrittenFields(Shape.Fields shape, List<Field> fields) {
        this.shape = shape;
        this.assembly = Assembly.of(shape);
        this.fields = List.copyOf(fields);
        boolean[] primitive = new boolean[fields.size()];
        given = new boolean[shape.properties().size()];
        for (int i = 0; i < primitive.length; i++) {
            primitive[i] = fields.get(i).primitive();
            if (fields.get(i).property() >= 0) {
                given[fields.get(i).property()] = true;
            }
        }
        nullBits = NullBits.of(primitive);
        initial = new @Nullable Object[given.length];
        for (int i = 0; i < given.length; i++) {
            // An Optional of null is never what is meant.
            if (shape.properties().get(i).erased() == Optional.class) {
                initial[i] = Optional.empty();
                given[i] |= shape.arguments().contains(i);
            }
        }
    }

    @Override
    public Object read(Input in) {
        byte[] masks = new byte[nullBits.bytes()];
        in.read(masks, 0, masks.length);
        @Nullable Object[] values = initial.clone();
        for (int i = 0; i < fields.size(); i++) {
            boolean isNull =
                    !nullBits.isPrimitive(i)
                            && (masks[nullBits.byteOf(i)] & nullBits.maskOf(i)) != 0;
            if (!isNull) {
                Object value = fields.get(i).reader().read(in);
                if (fields.get(i).property() >= 0) {
                    values[fields.get(i).property()] = value;
                }
            }
        }
        refuseMissing(values, in);
        try {
            return assembly.assemble(values, given);
        } catch (CorruptDataException e) {
            throw e;
        } catch (RuntimeException e) {
            throw in.corrupt("values that " + shape.type().raw().getName() + " refuses", e);
        }
    }

    private void refuseMissing(@Nullable Object[] values, Input in) {
        for (int i = 0; i < values.length; i++) {
            if (given[i] && values[i] == null && shape.properties().get(i).isPrimitive()) {
                throw in.corrupt(
                        "null in the field "
                                + shape.properties().get(i).name()
                                + " of "
                                + shape.type().raw().getName()
                                + ", which is of type "
                                + shape.properties().get(i).erased()
                                + " now: make it nullable (a boxed type) again");
            }
        }
    }
}
