package dev.millstream.types.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.types.CorruptDataException;
import dev.millstream.types.Input;
import dev.millstream.types.Output;
import dev.millstream.types.Schema;
import dev.millstream.types.sample.Compiled;
import dev.millstream.types.sample.Samples;
import dev.millstream.types.serialization.Serializers;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Bytes from somewhere, as schemas and as values that bear them. */
class ForeignSchemaTest {
    private static final List<Class<?>> TYPES =
            List.of(
                    Samples.Collections.class,
                    Samples.Zoo.class,
                    Samples.Form.class,
                    Samples.Tree.class,
                    Samples.Generic.class,
                    Samples.Boxes.class);

    private final Serializers serializers = new Serializers(getClass().getClassLoader());

    private static byte[] damaged(byte[] bytes, SplittableRandom random) {
        byte[] damaged = bytes.clone();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            int at = random.nextInt(damaged.length);
            damaged[at] =
                    random.nextBoolean()
                            ? (byte) random.nextInt(20)
                            : (byte) (damaged[at] ^ 1 << random.nextInt(8));
        }
        return damaged;
    }

    private byte[] schema(Class<?> type) {
        Output out = new Output();
        serializers.<Object>of(type).schema().write(out);
        return out.toByteArray();
    }

    @Test
    void shouldCompareAnyDamagedSchemaAndReadWithItOrRefuseIt() {
        int readable = 0;
        for (int seed = 0; seed < 6_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Class<?> type = TYPES.get(seed % TYPES.size());
            try {
                Schema written = Schema.read(new Input(damaged(schema(type), random)));
                Compatibility found =
                        SchemaEvolution.compatible(written, serializers.<Object>of(type).schema());
                assertThat(found).isNotNull();
                byte[] noise = new byte[64];
                random.nextBytes(noise);
                SchemaEvolution.reader(written, serializers.of(type), serializers.dynamic())
                        .read(new Input(noise));
            } catch (CorruptDataException e) {
                assertThat(e).hasMessageMatching("(?s).{10,}");
                readable += e instanceof IncompatibleSchemaException ? 0 : 1;
            }
        }
        assertThat(readable).isGreaterThan(1_000);
    }

    @Test
    void shouldSurviveDamagedValuesOfEarlierClasses() {
        Compiled there =
                Compiled.of(
                        "record T(int a, Object b, List<N> c, S d, String gone) { static Object"
                                + " make() { return new T(1, new N(2, \"x\"), List.of(new N(3,"
                                + " null)), new A(4), \"g\"); } } record N(int v, Object gone) {}"
                                + " sealed interface S {} record A(int x) implements S {}");
        Compiled here =
                Compiled.of(
                        "record T(long a, Object b, List<N> c, S d) {} record N(long v) {}"
                                + " sealed interface S {} record A(long x) implements S {}");
        byte[] bytes = RoundTrip.written(there, there.call("T", "make"));
        assertThat(RoundTrip.read(here, bytes))
                .hasToString("T[a=1, b=N[v=2], c=[N[v=3]], d=A[x=4]]");
        for (int seed = 0; seed < 4_000; seed++) {
            try {
                RoundTrip.read(here, damaged(bytes, new SplittableRandom(seed)));
            } catch (CorruptDataException e) {
                assertThat(e).hasMessageMatching("(?s).{10,}");
            }
        }
    }

    @Test
    void shouldRefuseSchemasThatAreNestedWithoutEnd() {
        Output out = new Output();
        out.writeByte(1);
        out.writeVarInt(4_000);
        for (int i = 0; i < 4_000; i++) {
            out.writeByte(11);
            out.writeString("java.util.Optional");
            out.writeVarInt(0);
            out.writeVarInt(1);
            out.writeString("value");
            out.writeVarInt(0);
            out.writeVarInt((i + 1) % 4_000);
            out.writeVarInt(0);
        }
        Schema written = Schema.read(new Input(out.toByteArray()));
        Compatibility found =
                SchemaEvolution.compatible(
                        written, serializers.<Object>of(Samples.Tree.class).schema());
        assertThat(found).isInstanceOf(Compatibility.Incompatible.class);
        assertThatThrownBy(() ->
                        new Dropping(written, serializers.dynamic()).read(new Input(new byte[9])))
                .isInstanceOf(CorruptDataException.class);
    }
}
