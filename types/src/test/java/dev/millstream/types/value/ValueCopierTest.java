package dev.millstream.types.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.types.UnsupportedTypeException;
import dev.millstream.types.sample.Samples.Animal;
import dev.millstream.types.sample.Samples.Pair;
import dev.millstream.types.sample.Samples.ThreeLongs;
import dev.millstream.types.sample.Samples.Zoo;
import dev.millstream.types.serialization.Serializers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

class ValueCopierTest {
    private final ValueCopier copier =
            new ValueCopier(new Serializers(getClass().getClassLoader()));

    @Test
    void shouldReturnTheSameImmutableObject() {
        for (Object value : List.of("text", new ThreeLongs(1, 2, 3), 4_000_000_000L)) {
            assertThat(copier.copy(value)).isSameAs(value);
            assertThat(copier.copy(value)).isSameAs(value);
            assertThat(copier.copying(value.getClass())).isNull();
        }
    }

    @Test
    void shouldCopyWhatCanChangeAndShareWhatCannot() {
        Animal animal = new Animal();
        ThreeLongs longs = new ThreeLongs(1, 2, 3);
        Pair<?, ?> pair = new Pair<>(animal, longs);
        Pair<?, ?> copy = (Pair<?, ?>) copier.copy(pair);
        assertThat(copier.copying(Pair.class)).isNotNull();
        assertThat(copy).isEqualTo(pair).isNotSameAs(pair);
        assertThat(copy.first()).isNotSameAs(animal);
        assertThat(copy.second()).isSameAs(longs);
    }

    @Test
    void shouldCopyDeeply() {
        Animal star = new Animal();
        star.name = "Rex";
        Zoo zoo = new Zoo(star, new ArrayList<>(List.of(new Animal())));
        Zoo copy = (Zoo) copier.copy(zoo);
        star.name = "Max";
        zoo.others().clear();
        assertThat(copy.star().name).isEqualTo("Rex");
        assertThat(copy.others()).hasSize(1);
    }

    @Test
    void shouldCopyContainers() {
        Animal animal = new Animal();
        Map<?, ?> copy = (Map<?, ?>) copier.copy(Map.of("a", Optional.of(animal)));
        assertThat(copy).isEqualTo(Map.of("a", Optional.of(animal)));
        animal.name = "changed";
        assertThat(copy).isNotEqualTo(Map.of("a", Optional.of(animal)));
    }

    @Test
    void shouldRefuseWhatItCannotCopy() {
        assertThatThrownBy(() -> copier.copy(new ReentrantLock()))
                .isInstanceOf(UnsupportedTypeException.class);
        List<Object> self = new ArrayList<>();
        self.add(self);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> copier.copy(self))
                .withMessageContaining("contains itself");
    }
}
