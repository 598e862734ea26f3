package dev.millstream.types.serialization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.types.Input;
import dev.millstream.types.Output;
import dev.millstream.types.key.StableHash;
import dev.millstream.types.record.RecordDecoder;
import dev.millstream.types.record.RecordEncoder;
import dev.millstream.types.sample.RandomValues;
import dev.millstream.types.sample.Samples;
import dev.millstream.types.value.Immutability;
import dev.millstream.types.value.ValueCopier;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;

class ClassUnloadingTest {
    /** Defines the sample classes itself, as a job's class loader would. */
    private static final class ChildFirst extends ClassLoader {
        ChildFirst() {
            super(ClassUnloadingTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(Samples.class.getPackageName())) {
                return super.loadClass(name, resolve);
            }
            Class<?> known = findLoadedClass(name);
            return known != null ? known : define(name);
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            String file = name.replace('.', '/') + ".class";
            try (InputStream in = getParent().getResourceAsStream(file)) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static WeakReference<ClassLoader> useTypesOfAnotherLoader() throws Exception {
        ClassLoader loader = new ChildFirst();
        Class<?> values = loader.loadClass(RandomValues.class.getName());
        Serializers serializers = new Serializers(loader);
        for (long seed = 0; seed < 60; seed++) {
            Object random = values.getConstructor(long.class).newInstance(seed);
            Object value = values.getMethod("next").invoke(random);
            Output out = new Output();
            new RecordEncoder(serializers).encode(value, out);
            Object back = new RecordDecoder(serializers).decode(new Input(out.toByteArray()));
            assertThat(back).isNotNull().hasToString(back + "");
            assertThat(new ValueCopier(serializers).copy(value)).isNotNull();
            Immutability.isDeeplyImmutable(value.getClass());
            if (StableHash.unsupportedReason(value.getClass()).isEmpty()
                    && value.getClass().isRecord()) {
                hash(value);
            }
        }
        return new WeakReference<>(loader);
    }

    private static void hash(Object value) {
        try {
            StableHash.hash(value);
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageContaining("can't be a key");
        }
    }

    @Test
    void shouldLetGoOfAClassLoaderWithItsSerializers() throws Exception {
        WeakReference<ClassLoader> loader = useTypesOfAnotherLoader();
        for (int i = 0; i < 20 && loader.get() != null; i++) {
            System.gc();
        }
        assertThat(loader.get()).isNull();
    }
}
