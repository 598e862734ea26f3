package dev.millstream.types.fallback;

import dev.millstream.types.Input;
import dev.millstream.types.Output;
import dev.millstream.types.SchemaBuilder;
import dev.millstream.types.Serializer;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.apache.fory.Fory;
import org.apache.fory.logging.LoggerFactory;

/**
 * Of one class, by Fory: in its compatible mode, so that fields may be added and removed, and with
 * registered classes only, so that foreign bytes make no others. Without code generation, which
 * costs a second at the start. Keeps identity and cycles within a value. Fory's caches hold classes
 * softly: they are unloaded when memory runs short.
 */
final class ForySerializer extends Serializer<Object> {
    private static final String FORMAT = "Apache Fory 1, compatible";
    private static final int MAX_DEPTH = 400;

    // What foreign bytes may make; far above what one record should be.
    private static final long MAX_VALUE_BYTES = 512L << 20;

    // An instance is for one thread at a time; more than this are not kept.
    private static final int MAX_IDLE = 32;

    private final Class<?> type;
    private final List<Class<?>> allowed;
    private final ClassLoader classLoader;
    private final BlockingQueue<Fory> idle = new ArrayBlockingQueue<>(MAX_IDLE);

    ForySerializer(Class<?> type, List<Class<?>> allowed, ClassLoader classLoader) {
        this.type = type;
        this.allowed = allowed;
        this.classLoader = classLoader;
    }

    /** Whether Fory has a form for a class of the JDK. */
    static boolean knows(Class<?> type) {
        return Known.FORY.getTypeResolver().isRegistered(type);
    }

    /** Made when it is first needed. */
    private static final class Known {
        private static final Fory FORY = create(List.of(), Known.class.getClassLoader());
    }

    private static Fory create(List<Class<?>> allowed, ClassLoader classLoader) {
        // It logs to standard output what the hint says already.
        LoggerFactory.disableLogging();
        Fory fory =
                Fory.builder()
                        .withXlang(false)
                        .withCompatible(true)
                        .requireClassRegistration(true)
                        .withRefTracking(true)
                        .withRefCopy(true)
                        .withCodegen(false)
                        .withDeserializeUnknownClass(false)
                        .withMaxDepth(MAX_DEPTH)
                        .withMaxGraphMemoryBytes(MAX_VALUE_BYTES)
                        .withClassLoader(classLoader)
                        .build();
        for (Class<?> type : allowed) {
            String space = type.getPackageName();
            String name = type.getName().substring(space.isEmpty() ? 0 : space.length() + 1);
            fory.register(type, space, name);
        }
        return fory;
    }

    private Fory take() {
        Fory known = idle.poll();
        return known != null ? known : create(allowed, classLoader);
    }

    // One that has failed is not given back.
    private void giveBack(Fory fory) {
        var _ = idle.offer(fory);
    }

    @Override
    public void write(Object value, Output out) {
        Fory fory = take();
        byte[] bytes;
        try {
            bytes = fory.serialize(value);
        } catch (RuntimeException | StackOverflowError e) {
            throw refused("written", e);
        }
        giveBack(fory);
        out.writeInt(bytes.length);
        out.write(bytes, 0, bytes.length);
    }

    @Override
    public Object read(Input in) {
        int length = in.readInt();
        if (length < 0 || length > in.remaining()) {
            throw in.corrupt(length + " bytes announced, with " + in.remaining() + " left");
        }
        byte[] bytes = new byte[length];
        in.read(bytes, 0, length);
        Fory fory = take();
        Object value;
        try {
            value = fory.deserialize(bytes);
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            throw in.corrupt("bytes that are no " + type.getName(), e);
        }
        giveBack(fory);
        if (value == null || value.getClass() != type) {
            throw in.corrupt("another value in the place of a " + type.getName());
        }
        return value;
    }

    @Override
    public Object copy(Object value) {
        Fory fory = take();
        Object copy;
        try {
            copy = fory.copy(value);
        } catch (RuntimeException | StackOverflowError e) {
            throw refused("copied", e);
        }
        giveBack(fory);
        return copy;
    }

    private IllegalArgumentException refused(String what, Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        return new IllegalArgumentException(
                "A value of class "
                        + type.getName()
                        + " can't be "
                        + what
                        + " by the fallback: "
                        + message.lines().findFirst().orElse("")
                        + ". A class in it that no field declares must be registered"
                        + " (registerKryoType, or pipeline.serialization-config)",
                cause);
    }

    @Override
    public boolean isImmutable() {
        return false;
    }

    @Override
    protected int describe(SchemaBuilder schema) {
        return schema.foreign(type.getName(), FORMAT);
    }
}
