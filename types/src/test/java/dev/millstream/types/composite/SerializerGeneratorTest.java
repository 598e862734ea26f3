package dev.millstream.types.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.types.CorruptDataException;
import dev.millstream.types.Input;
import dev.millstream.types.Output;
import dev.millstream.types.Serializer;
import dev.millstream.types.model.Property;
import dev.millstream.types.model.ResolvedType;
import dev.millstream.types.model.Shape;
import dev.millstream.types.sample.RandomValues;
import dev.millstream.types.sample.Samples.Animal;
import dev.millstream.types.sample.Samples.Boxes;
import dev.millstream.types.sample.Samples.Dog;
import dev.millstream.types.sample.Samples.Empty;
import dev.millstream.types.sample.Samples.Pair;
import dev.millstream.types.sample.Samples.Percent;
import dev.millstream.types.sample.Samples.Primitives;
import dev.millstream.types.sample.Samples.ThreeLongs;
import dev.millstream.types.sample.Samples.Zoo;
import dev.millstream.types.serialization.Serializers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SerializerGeneratorTest {
    private static final Set<Class<?>> CLASSES =
            Set.of(
                    Empty.class,
                    ThreeLongs.class,
                    Primitives.class,
                    Boxes.class,
                    Pair.class,
                    Zoo.class,
                    Animal.class,
                    Dog.class);

    private final Serializers serializers = new Serializers(getClass().getClassLoader());

    private Composition composition(Class<?> type) {
        Shape.Fields fields = (Shape.Fields) Shape.of(ResolvedType.erased(type));
        List<Serializer<?>> parts = new ArrayList<>();
        for (Property property : fields.properties()) {
            parts.add(serializers.of(property.erased()));
        }
        Composition composition = new Composition(fields);
        composition.parts(parts);
        return composition;
    }

    private CompositeSerializer generated(Class<?> type) {
        Composition composition = composition(type);
        return SerializerGenerator.generate(composition, composition.parts());
    }

    private CompositeSerializer reflective(Class<?> type) {
        Composition composition = composition(type);
        return new ReflectiveSerializer(composition, composition.parts());
    }

    private static byte[] write(Serializer<Object> serializer, Object value) {
        Output out = new Output();
        serializer.write(value, out);
        return out.toByteArray();
    }

    @Test
    void shouldGenerateAHiddenClassInTheNestOfTheUsersClass() {
        for (Class<?> type : CLASSES) {
            Class<?> serializer = generated(type).getClass();
            assertThat(serializer.isHidden()).as(type.getName()).isTrue();
            assertThat(serializer.getNestHost()).isEqualTo(type.getNestHost());
        }
    }

    @Test
    void shouldWriteTheSameBytesWithAndWithoutGeneration() {
        int seen = 0;
        for (int seed = 0; seed < 2_000; seed++) {
            Object value = new RandomValues(seed).next();
            if (CLASSES.contains(value.getClass())) {
                CompositeSerializer generated = generated(value.getClass());
                CompositeSerializer reflective = reflective(value.getClass());
                byte[] bytes = write(generated, value);
                assertThat(write(reflective, value)).isEqualTo(bytes);
                assertThat(reflective.read(new Input(bytes))).isEqualTo(value);
                assertThat(reflective.copy(value)).isEqualTo(value);
                seen++;
            }
        }
        assertThat(seen).isGreaterThan(300);
    }

    @Test
    void shouldCallValuesThatTheConstructorRefusesCorrupt() {
        byte[] bytes = write(generated(Percent.class), new Percent(100));
        bytes[0]++;
        for (CompositeSerializer serializer :
                List.of(generated(Percent.class), reflective(Percent.class))) {
            assertThatThrownBy(() -> serializer.read(new Input(bytes)))
                    .isInstanceOf(CorruptDataException.class)
                    .hasMessageContaining("Percent")
                    .hasRootCauseMessage("101 is no percentage");
        }
    }
}
