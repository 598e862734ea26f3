package dev.millstream.types.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.types.CorruptDataException;
import dev.millstream.types.CustomSerializer;
import dev.millstream.types.Input;
import dev.millstream.types.Output;
import dev.millstream.types.Serializer;
import dev.millstream.types.evolution.Compatibility;
import dev.millstream.types.evolution.SchemaEvolution;
import java.util.List;
import org.junit.jupiter.api.Test;

class CustomSerializerTest {
    private record Order(int id, Opaque price, List<Opaque> more, String last) {}

    private record Lean(int id, String last) {}

    private static final class Opaque {
        private final StringBuilder text;

        Opaque(String text, int ignored) {
            this.text = new StringBuilder(text);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }

    private static class OpaqueSerializer extends CustomSerializer<Opaque> {
        @Override
        public void write(Opaque value, Output out) {
            out.writeString(value.toString());
        }

        @Override
        public Opaque read(Input in) {
            return new Opaque(in.readString(), 0);
        }
    }

    private static final class OtherFormat extends OpaqueSerializer {}

    private static final class Greedy extends OpaqueSerializer {
        @Override
        public Opaque read(Input in) {
            Opaque value = super.read(in);
            in.readByte();
            return value;
        }
    }

    private static Serializers with(Serializer<Opaque> serializer) {
        return Serializers.builder(CustomSerializerTest.class.getClassLoader())
                .register(Opaque.class, serializer)
                .build();
    }

    private static Order order() {
        return new Order(7, new Opaque("a", 1), List.of(new Opaque("b", 1)), "z");
    }

    private static byte[] written(Serializers serializers) {
        Output out = new Output();
        serializers.<Order>of(Order.class).write(order(), out);
        return out.toByteArray();
    }

    @Test
    void shouldWriteReadAndCopyByTheUsersSerializer() {
        Serializers serializers = with(new OpaqueSerializer());
        Serializer<Order> serializer = serializers.of(Order.class);
        Order read = serializer.read(new Input(written(serializers)));
        assertThat(read).hasToString("Order[id=7, price=a, more=[b], last=z]");
        Order original = order();
        Order copy = serializer.copy(original);
        original.price().text.append("changed");
        assertThat(copy).hasToString("Order[id=7, price=a, more=[b], last=z]");
    }

    @Test
    void shouldNoticeASerializerThatReadsMoreThanItHasWritten() {
        byte[] bytes = written(with(new OpaqueSerializer()));
        assertThatThrownBy(() -> with(new Greedy()).<Order>of(Order.class).read(new Input(bytes)))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("it must read just what it writes");
    }

    @Test
    void shouldReadPastWhatItHasWritten() {
        Serializers serializers = with(new OpaqueSerializer());
        Serializers without = new Serializers(getClass().getClassLoader());
        Serializer<Lean> now = without.of(Lean.class);
        // As if Order had become Lean.
        dev.millstream.types.Schema written = serializers.<Order>of(Order.class).schema();
        Output out = new Output();
        written.write(out);
        Compatibility found = SchemaEvolution.compatible(written, now.schema());
        assertThat(found).isInstanceOf(Compatibility.Incompatible.class);
        Object dropped =
                new dev.millstream.types.evolution.Dropping(written, without.dynamic())
                        .read(new Input(written(serializers)));
        assertThat(dropped).isNotNull();
    }

    @Test
    void shouldRefuseWhatAnotherFormatHasWritten() {
        Serializer<Order> before = with(new OpaqueSerializer()).of(Order.class);
        Serializer<Order> now = with(new OtherFormat()).of(Order.class);
        assertThat(SchemaEvolution.compatible(before.schema(), now.schema()))
                .isInstanceOfSatisfying(
                        Compatibility.Incompatible.class,
                        no ->
                                assertThat(no.reasons().getFirst())
                                        .contains("price was", "OpaqueSerializer", "OtherFormat")
                                        .contains("register the serializer that has written it"));
    }
}
