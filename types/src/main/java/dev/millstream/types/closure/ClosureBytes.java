package dev.millstream.types.closure;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;

/** User functions, with what they capture, as bytes: JDK serialisation. Thread-safe. */
public final class ClosureBytes {
    private ClosureBytes() {}

    /**
     * A function as bytes.
     *
     * @throws ClosureException if something in it isn't serializable; names the path of fields that
     *     leads to it
     */
    public static byte[] serialize(Object function) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(function);
        } catch (NotSerializableException e) {
            throw new ClosureException(notSerializable(function, e), e);
        } catch (IOException | RuntimeException e) {
            throw new ClosureException(
                    function.getClass().getName() + " can't be serialised: " + e, e);
        } catch (StackOverflowError e) {
            throw new ClosureException(
                    function.getClass().getName()
                            + " can't be serialised: what it holds is nested too deeply",
                    e);
        }
        return bytes.toByteArray();
    }

    private static String notSerializable(Object function, NotSerializableException e) {
        String where = UnserializablePath.find(function).map(path -> " at " + path).orElse("");
        return "A function can't be serialised: "
                + e.getMessage()
                + where
                + " does not implement java.io.Serializable. Create it in open() of a rich function"
                + " and make the field transient, or make its class serializable; what a lambda"
                + " only reads, copy into a local variable first";
    }

    /**
     * Opens a function under a class loader. Only where user code may run.
     *
     * @throws ClosureException if a class is missing or different
     */
    public static Object deserialize(byte[] bytes, ClassLoader classLoader) {
        try (LoaderObjectInput in =
                new LoaderObjectInput(new ByteArrayInputStream(bytes), bytes.length, classLoader)) {
            return in.readObject();
        } catch (ClassNotFoundException | NoClassDefFoundError e) {
            throw new ClosureException(
                    "A function needs class "
                            + e.getMessage()
                            + ", which is neither in the job's jars nor on the class path: put it"
                            + " in the jar that is submitted",
                    e);
        } catch (InvalidClassException e) {
            throw new ClosureException(
                    "A function does not fit the classes here ("
                            + e.getMessage()
                            + "): use the same jar everywhere",
                    e);
        } catch (IOException | RuntimeException | LinkageError e) {
            throw new ClosureException("A function's bytes can't be opened: " + e, e);
        }
    }
}
