package dev.millstream.engine.specialization;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup.ClassOption;
import java.util.List;

/** The pattern of a class that was compiled from source. */
record Template(Class<?> source) implements ClassPattern {
    private static final ClassValue<byte[]> BYTES =
            new ClassValue<>() {
                @Override
                protected byte[] computeValue(Class<?> source) {
                    return read(source);
                }
            };

    @Override
    public Class<?> define(List<?> called) {
        try {
            return MethodHandles.privateLookupIn(source, MethodHandles.lookup())
                    .defineHiddenClass(BYTES.get(source), false, ClassOption.NESTMATE)
                    .lookupClass();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(
                    "A copy of " + source.getName() + " can't be defined", e);
        }
    }

    @Override
    public ClassPattern general() {
        return this;
    }

    @Override
    public String toString() {
        return source.getName();
    }

    private static byte[] read(Class<?> source) {
        String name = source.getName();
        String file = name.substring(name.lastIndexOf('.') + 1) + ".class";
        try (InputStream in = source.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The bytes of " + name + " aren't found");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("The bytes of " + name + " can't be read", e);
        }
    }
}
