package dev.millstream.types.closure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ClosureBytesTest {
    private final ClassLoader loader = getClass().getClassLoader();

    /** A function that can be sent. */
    private interface Mapper extends Function<Integer, Integer>, Serializable {}

    private static final class Connection {}

    private static final class Service implements Serializable {
        private static final long serialVersionUID = 1L;
        private final Map<String, Object> parts = new HashMap<>();
        private final transient Connection ignored = new Connection();

        @Override
        public String toString() {
            return parts + "" + ignored.hashCode();
        }
    }

    private static final class Parser implements Mapper {
        private static final long serialVersionUID = 1L;
        private final List<Service> services = new ArrayList<>();

        @Override
        public Integer apply(Integer value) {
            return value + services.size();
        }
    }

    private static Mapper plus(int number) {
        return value -> value + number;
    }

    @Test
    void shouldOpenWhatItWrote() {
        Mapper back = (Mapper) ClosureBytes.deserialize(ClosureBytes.serialize(plus(5)), loader);
        assertThat(back.apply(2)).isEqualTo(7);
        Parser parser = new Parser();
        parser.services.add(new Service());
        back = (Mapper) ClosureBytes.deserialize(ClosureBytes.serialize(parser), loader);
        assertThat(back.apply(2)).isEqualTo(3);
        assertThat(ClosureBytes.deserialize(ClosureBytes.serialize(new int[] {1}), loader))
                .isEqualTo(new int[] {1});
        assertThat(ClosureBytes.deserialize(ClosureBytes.serialize(int.class), loader))
                .isEqualTo(int.class);
    }

    @Test
    void shouldNameThePathOfFieldsToWhatCannotBeSent() {
        Parser parser = new Parser();
        Service service = new Service();
        service.parts.put("db", new Connection());
        parser.services.add(service);
        assertThatThrownBy(() -> ClosureBytes.serialize(parser))
                .isInstanceOf(ClosureException.class)
                .hasMessageContaining("Parser.services[0].parts[db]")
                .hasMessageContaining(Connection.class.getName())
                .hasMessageContaining("open()");
    }

    @Test
    void shouldLookIntoWhatLambdasCapture() {
        Service service = new Service();
        service.parts.put("db", new Connection());
        Mapper mapper = value -> value + service.parts.size();
        assertThatThrownBy(() -> ClosureBytes.serialize(mapper))
                .isInstanceOf(ClosureException.class)
                .hasMessageContaining(
                        "lambda in "
                                + ClosureBytesTest.class.getName()
                                + ", what it captures as number 1.parts[db]");
    }

    @Test
    void shouldNameTheEnclosingObjectOfAnAnonymousFunction() {
        Mapper mapper =
                new Mapper() {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public Integer apply(Integer value) {
                        return value + ClosureBytesTest.this.hashCode();
                    }
                };
        assertThatThrownBy(() -> ClosureBytes.serialize(mapper))
                .isInstanceOf(ClosureException.class)
                .hasMessageContaining("the enclosing object")
                .hasMessageContaining(ClosureBytesTest.class.getName());
    }

    @Test
    void shouldNameAMissingClass() {
        byte[] bytes = ClosureBytes.serialize(new Parser());
        assertThatThrownBy(
                        () -> ClosureBytes.deserialize(bytes, ClassLoader.getPlatformClassLoader()))
                .isInstanceOf(ClosureException.class)
                .hasMessageContaining(Parser.class.getName())
                .hasMessageContaining("in the jar");
    }

    @Test
    void shouldSurviveDamagedBytes() {
        byte[] bytes = ClosureBytes.serialize(new Parser());
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 2_000; i++) {
            byte[] damaged = bytes.clone();
            damaged[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                assertThat(ClosureBytes.deserialize(damaged, loader)).isNotNull();
            } catch (ClosureException e) {
                assertThat(e).hasMessageContaining("function");
            }
        }
    }
}
