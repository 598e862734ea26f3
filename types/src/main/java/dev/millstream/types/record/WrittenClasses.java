package dev.millstream.types.record;

import dev.millstream.types.ClassOrigin;
import dev.millstream.types.Input;
import dev.millstream.types.Schema;
import dev.millstream.types.Serializer;
import dev.millstream.types.UnsupportedTypeException;
import dev.millstream.types.evolution.Dropping;
import dev.millstream.types.evolution.SchemaEvolution;
import dev.millstream.types.serialization.Serializers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The classes that a stream has defined, by number. For one thread at a time. */
final class WrittenClasses implements ClassOrigin {
    private static final int MAX_CLASSES = 100_000;

    private final Serializers serializers;
    private final boolean evolving;
    private final List<Serializer<?>> classes = new ArrayList<>();
    private int dropping;

    /**
     * @param evolving whether classes may be different here
     */
    WrittenClasses(Serializers serializers, boolean evolving) {
        this.serializers = serializers;
        this.evolving = evolving;
    }

    void clear() {
        classes.clear();
        dropping = 0;
    }

    @Override
    public Serializer<?> define(Input in) {
        Schema written = Schema.read(in);
        if (classes.size() >= MAX_CLASSES) {
            throw in.corrupt("more than " + MAX_CLASSES + " classes in one stream");
        }
        Serializer<?> reader = evolving ? evolved(written) : unchanged(written);
        classes.add(reader);
        return usable(reader);
    }

    @Override
    public Serializer<?> defined(int number, Input in) {
        if (number >= classes.size()) {
            throw in.corrupt(
                    "class number " + number + ", of " + classes.size() + " in this stream");
        }
        return evolving ? usable(classes.get(number)) : classes.get(number);
    }

    @Override
    public void beginDropping() {
        dropping++;
    }

    @Override
    public void endDropping() {
        dropping--;
    }

    private Serializer<?> usable(Serializer<?> reader) {
        if (reader instanceof Dropping missing && dropping == 0) {
            throw absent(missing.className(), null);
        }
        return reader;
    }

    private Serializer<?> unchanged(Schema written) {
        Serializer<Object> here;
        try {
            here = local(written.className());
        } catch (ClassNotFoundException | LinkageError e) {
            throw absent(written.className(), e);
        }
        Schema schema = here.schema();
        if (!schema.equals(written)) {
            throw new SchemaMismatchException(SchemaDifference.describe(written, schema), null);
        }
        return here;
    }

    private Serializer<?> evolved(Schema written) {
        try {
            return SchemaEvolution.reader(
                    written, local(written.className()), serializers.dynamic());
        } catch (ClassNotFoundException | LinkageError e) {
            return new Dropping(written, serializers.dynamic());
        }
    }

    private Serializer<Object> local(String name) throws ClassNotFoundException {
        try {
            return serializers.ofExactClass(serializers.loadClass(name));
        } catch (UnsupportedTypeException e) {
            throw new SchemaMismatchException(
                    "Records of class " + name + " arrive, which can't be read: " + e.getMessage(),
                    e);
        }
    }

    private static SchemaMismatchException absent(String name, @Nullable Throwable cause) {
        return new SchemaMismatchException(
                "Records of class "
                        + name
                        + " arrive, which can't be loaded here"
                        + (cause == null ? "" : " (" + cause.getMessage() + ")")
                        + ": the job's jars differ between sender and receiver, or the class"
                        + " isn't in them",
                cause);
    }
}
