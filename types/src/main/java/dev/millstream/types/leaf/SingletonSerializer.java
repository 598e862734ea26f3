package dev.millstream.types.leaf;

import dev.millstream.types.Input;
import dev.millstream.types.Output;
import dev.millstream.types.Schema;
import dev.millstream.types.SchemaBuilder;
import dev.millstream.types.Serializer;
import dev.millstream.types.UnsupportedTypeException;
import dev.millstream.types.model.Lookups;
import dev.millstream.types.model.Shape;
import java.lang.invoke.MethodHandles;

/** Of a class of which there is one object: the form of a record without components. */
public final class SingletonSerializer extends Serializer<Object> {
    private final String name;
    private final Object constant;

    /**
     * @throws UnsupportedTypeException if the object can't be reached
     */
    public SingletonSerializer(Shape.Singleton shape) {
        Class<?> type = shape.type().raw();
        name = type.getName();
        try {
            constant =
                    Lookups.within(type)
                            .orElse(MethodHandles.publicLookup())
                            .unreflectGetter(shape.constant())
                            .invoke();
        } catch (Throwable e) {
            throw new UnsupportedTypeException(
                    "Millstream can't read " + shape.constant() + ": " + e, type.getSimpleName());
        }
    }

    @Override
    public void write(Object value, Output out) {
        out.writeByte(0);
    }

    @Override
    public Object read(Input in) {
        int found = in.readByte();
        if (found != 0) {
            throw in.corrupt("a " + found + " in the place of the object " + name);
        }
        return constant;
    }

    @Override
    public Object copy(Object value) {
        return value;
    }

    @Override
    public boolean isImmutable() {
        return true;
    }

    @Override
    protected int describe(SchemaBuilder schema) {
        return schema.type(Schema.Kind.RECORD, name, name, _ -> {});
    }
}
