package dev.millstream.types.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.types.CorruptDataException;
import dev.millstream.types.Input;
import dev.millstream.types.Output;
import dev.millstream.types.UnsupportedTypeException;
import dev.millstream.types.sample.RandomValues;
import dev.millstream.types.sample.Samples.Pair;
import dev.millstream.types.sample.Samples.ThreeLongs;
import dev.millstream.types.serialization.Serializers;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordStreamTest {
    private final Serializers serializers = new Serializers(getClass().getClassLoader());
    private final RecordEncoder encoder = new RecordEncoder(serializers);
    private final RecordDecoder decoder = new RecordDecoder(serializers);
    private final Output out = new Output();

    /** Another definition of the same class may be on the other side. */
    private static final class OtherVersion extends ClassLoader {
        OtherVersion() {
            super(RecordStreamTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.equals(ThreeLongs.class.getName())) {
                return super.loadClass(name, resolve);
            }
            Class<?> known = findLoadedClass(name);
            return known != null ? known : define(name);
        }

        /** A public class with a constructor and a field int first. */
        private Class<?> define(String name) {
            byte[] classFile =
                    ClassFile.of()
                            .build(
                                    ClassDesc.of(name),
                                    builder ->
                                            builder.withFlags(ClassFile.ACC_PUBLIC)
                                                    .withField(
                                                            "first",
                                                            ConstantDescs.CD_int,
                                                            ClassFile.ACC_PUBLIC)
                                                    .withMethodBody(
                                                            ConstantDescs.INIT_NAME,
                                                            ConstantDescs.MTD_void,
                                                            ClassFile.ACC_PUBLIC,
                                                            code ->
                                                                    code.aload(0)
                                                                            .invokespecial(
                                                                                    ConstantDescs
                                                                                            .CD_Object,
                                                                                    ConstantDescs
                                                                                            .INIT_NAME,
                                                                                    ConstantDescs
                                                                                            .MTD_void)
                                                                            .return_()));
            return defineClass(name, classFile, 0, classFile.length);
        }
    }

    private int size(Object value) {
        out.reset();
        encoder.encode(value, out);
        return out.position();
    }

    @Test
    void shouldReadBackMixedRecords() {
        for (int seed = 0; seed < 30; seed++) {
            RandomValues values = new RandomValues(seed);
            List<@Nullable Object> written = new ArrayList<>();
            out.reset();
            for (int i = 0; i < 200; i++) {
                Object value = i % 17 == 0 ? null : values.next();
                written.add(value);
                encoder.encode(value, out);
            }
            Input in = new Input(out.toByteArray());
            for (Object value : written) {
                Object back = decoder.decode(in);
                if (value == null) {
                    assertThat(back).isNull();
                } else {
                    assertThat(value).isEqualTo(back);
                }
            }
            assertThat(in.hasRemaining()).isFalse();
        }
    }

    @Test
    void shouldSendTheSchemaOnce() {
        assertThat(size(new ThreeLongs(1, 2, 3))).isGreaterThan(50);
        assertThat(size(new ThreeLongs(1, 2, 3))).isEqualTo(25);
        assertThat(size("text")).isEqualTo(6);
        assertThat(size(new ThreeLongs(1, 2, 3))).isEqualTo(25);
    }

    @Test
    void shouldSendTheSchemaOfANestedClassOnce() {
        size(new Pair<>("a", 1));
        int first = size(new Pair<>(new ThreeLongs(1, 2, 3), 1));
        int second = size(new Pair<>(new ThreeLongs(1, 2, 3), 1));
        assertThat(second).isEqualTo(1 + 1 + 25 + 5).isLessThan(first);
    }

    @Test
    void shouldBeAsBeforeWhenARecordCannotBeWritten() {
        encoder.encode(new Pair<>("a", "b"), out);
        int before = out.position();
        Object bad = new Pair<>(new ThreeLongs(1, 2, 3), new ReentrantLock());
        assertThatThrownBy(() -> encoder.encode(bad, out))
                .isInstanceOf(UnsupportedTypeException.class);
        assertThat(out.position()).isEqualTo(before);
        encoder.encode(new ThreeLongs(4, 5, 6), out);

        Input in = new Input(out.toByteArray());
        assertThat(decoder.decode(in)).isEqualTo(new Pair<>("a", "b"));
        assertThat(decoder.decode(in)).isEqualTo(new ThreeLongs(4, 5, 6));
        assertThat(in.hasRemaining()).isFalse();
    }

    @Test
    void shouldStartAgainAfterReset() {
        encoder.encode(new ThreeLongs(1, 2, 3), out);
        encoder.reset();
        out.reset();
        encoder.encode(new ThreeLongs(1, 2, 3), out);
        assertThat(decoder.decode(new Input(out.toByteArray()))).isEqualTo(new ThreeLongs(1, 2, 3));
        decoder.reset();
        assertThat(decoder.decode(new Input(out.toByteArray()))).isEqualTo(new ThreeLongs(1, 2, 3));
    }

    @Test
    void shouldRefuseAClassThatIsDifferentHere() {
        encoder.encode(new ThreeLongs(1, 2, 3), out);
        RecordDecoder other = new RecordDecoder(new Serializers(new OtherVersion()));
        assertThatThrownBy(() -> other.decode(new Input(out.toByteArray())))
                .isInstanceOf(SchemaMismatchException.class)
                .hasMessageContaining(ThreeLongs.class.getName())
                .hasMessageContaining("(long a, long b, long c) there")
                .hasMessageContaining("(int first) here")
                .hasMessageContaining("Use the same version");
    }

    @Test
    void shouldRefuseAClassThatIsMissingHere() {
        encoder.encode(new ThreeLongs(1, 2, 3), out);
        ClassLoader bare = ClassLoader.getPlatformClassLoader();
        RecordDecoder other = new RecordDecoder(new Serializers(bare));
        assertThatThrownBy(() -> other.decode(new Input(out.toByteArray())))
                .isInstanceOf(SchemaMismatchException.class)
                .hasMessageContaining("can't be loaded here")
                .hasMessageContaining(ThreeLongs.class.getName());
    }

    @Test
    void shouldReadBackRecordsThatDoNotNameTheirClassAgain() {
        for (int seed = 0; seed < 30; seed++) {
            RandomValues values = new RandomValues(seed);
            List<Object> written = new ArrayList<>();
            List<Boolean> named = new ArrayList<>();
            Output stream = new Output();
            encoder.reset();
            encoder.attach(stream);
            for (int i = 0; i < 200; i++) {
                Object value = i % 3 == 0 ? values.next() : new Pair<>(i, values.next());
                written.add(value);
                boolean more = encoder.encodeMore(value, stream);
                named.add(!more);
                if (!more) {
                    encoder.encode(value, stream);
                }
            }
            decoder.reset();
            Input in = new Input(stream.toByteArray());
            Object[] back = new Object[1];
            for (int i = 0; i < written.size(); i++) {
                if (named.get(i)) {
                    back[0] = decoder.decode(in);
                } else {
                    decoder.decodeMore(back, 0, 1, in);
                }
                assertThat(written.get(i)).isEqualTo(back[0]);
            }
            assertThat(in.hasRemaining()).isFalse();
            assertThat(named).contains(true, false);
        }
    }

    @Test
    void shouldNotNameAClassAgain() {
        encoder.attach(out);
        size(new ThreeLongs(1, 2, 3));
        int before = out.position();
        assertThat(encoder.encodeMore(new ThreeLongs(4, 5, 6), out)).isTrue();
        assertThat(out.position()).isEqualTo(before + 3 * Long.BYTES);
        assertThat(encoder.encodeMore("text", out)).isFalse();
        assertThat(out.position()).isEqualTo(before + 3 * Long.BYTES);
    }

    @Test
    void shouldBeAsBeforeWhenAnotherRecordOfTheClassCannotBeWritten() {
        encoder.attach(out);
        encoder.encode(new Pair<>("a", "b"), out);
        int before = out.position();
        Object bad = new Pair<>(new ThreeLongs(1, 2, 3), new ReentrantLock());
        assertThatThrownBy(() -> encoder.encodeMore(bad, out))
                .isInstanceOf(UnsupportedTypeException.class);
        assertThat(out.position()).isEqualTo(before);
        encoder.encode(new ThreeLongs(4, 5, 6), out);

        Input in = new Input(out.toByteArray());
        assertThat(decoder.decode(in)).isEqualTo(new Pair<>("a", "b"));
        assertThat(decoder.decode(in)).isEqualTo(new ThreeLongs(4, 5, 6));
        assertThat(in.hasRemaining()).isFalse();
    }

    @Test
    void shouldRefuseMoreRecordsOfNoClass() {
        encoder.encode(null, out);
        Input in = new Input(out.toByteArray());
        assertThat(decoder.decode(in)).isNull();
        assertThatThrownBy(() -> decoder.decodeMore(new Object[1], 0, 1, in))
                .isInstanceOf(CorruptDataException.class);
    }
}
