package dev.millstream.types.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.types.sample.Samples.Animal;
import dev.millstream.types.sample.Samples.Boxes;
import dev.millstream.types.sample.Samples.Circle;
import dev.millstream.types.sample.Samples.Color;
import dev.millstream.types.sample.Samples.Form;
import dev.millstream.types.sample.Samples.Group;
import dev.millstream.types.sample.Samples.Numbers;
import dev.millstream.types.sample.Samples.Pair;
import dev.millstream.types.sample.Samples.Times;
import dev.millstream.types.sample.Samples.Tree;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ImmutabilityTest {
    private record WithList(List<String> list) {}

    @SuppressWarnings("ArrayRecordComponent") // what is tested is that it is mutable
    private record WithArray(int[] array) {}

    private record WithOptional(Optional<String> text, Optional<Pair<String, Color>> pair) {}

    private record WithOptionalList(Optional<List<String>> list) {}

    private sealed interface Shut {}

    private record Good(String name, Shut next) implements Shut {}

    private static final class AlsoGood implements Shut {
        private final long value = 1;

        @Override
        public String toString() {
            return "" + value;
        }
    }

    private sealed interface Leaky {}

    private record Fine(int value) implements Leaky {}

    private static final class Changing implements Leaky {
        private final AtomicLong count = new AtomicLong();

        @Override
        public String toString() {
            return count.toString();
        }
    }

    private record HoldsLeaky(Leaky leaky, Fine fine, Changing changing) {}

    private static boolean immutable(Class<?> type) {
        return Immutability.isDeeplyImmutable(type);
    }

    @Test
    void shouldKnowWhatNeverChanges() {
        for (Object value :
                List.of(
                        "x",
                        1,
                        2L,
                        'c',
                        true,
                        Color.GREEN,
                        Instant.EPOCH,
                        ZoneId.of("Europe/Berlin"),
                        BigDecimal.ONE,
                        OptionalLong.empty(),
                        new UUID(1, 2))) {
            assertThat(immutable(value.getClass())).as(value.getClass().getName()).isTrue();
        }
    }

    @Test
    void shouldLookIntoRecords() {
        assertThat(immutable(Times.class)).isTrue();
        assertThat(immutable(Numbers.class)).isTrue();
        assertThat(immutable(Boxes.class)).isTrue();
        assertThat(immutable(Tree.class)).isTrue();
        assertThat(immutable(WithOptional.class)).isTrue();
        assertThat(immutable(WithList.class)).isFalse();
        assertThat(immutable(WithArray.class)).isFalse();
        assertThat(immutable(WithOptionalList.class)).isFalse();
        assertThat(immutable(Pair.class)).isFalse();
        assertThat(immutable(Group.class)).isFalse();
    }

    @Test
    void shouldLookAtAllSubtypesOfASealedType() {
        assertThat(immutable(Shut.class)).isTrue();
        assertThat(immutable(Good.class)).isTrue();
        assertThat(immutable(AlsoGood.class)).isTrue();
        assertThat(immutable(Leaky.class)).isFalse();
        assertThat(immutable(HoldsLeaky.class)).isFalse();
        assertThat(immutable(Form.class)).isFalse();
        assertThat(immutable(Circle.class)).isTrue();
    }

    @Test
    void shouldCallEverythingElseMutable() {
        for (Class<?> type :
                List.<Class<?>>of(
                        Object.class,
                        Number.class,
                        List.class,
                        ArrayList.class,
                        List.of(1).getClass(),
                        Optional.class,
                        int[].class,
                        Animal.class,
                        Runnable.class)) {
            assertThat(immutable(type)).as(type.getName()).isFalse();
        }
    }
}
