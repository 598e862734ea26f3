package dev.millstream.types.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.types.Output;
import dev.millstream.types.UnsupportedTypeException;
import dev.millstream.types.WireId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UnsupportedTypeTest {
    private final Serializers serializers = new Serializers(getClass().getClassLoader());

    private record Order(long id, List<Customer> customers) {}

    private record Customer(String name, ReentrantLock lock) {}

    private record Anything(Object content) {}

    /** No getter. */
    public static class Closed {
        private int secret;

        public void setSecret(int secret) {
            this.secret = secret;
        }

        @Override
        public String toString() {
            return "secret " + secret;
        }
    }

    /** Final field. */
    public static class Fixed {
        public final int fixed = 1;
    }

    /** No constructor without arguments, nor one that takes the field. */
    public static class Demanding {
        public int value;

        public Demanding(String text) {
            this.value = text.length();
        }
    }

    /** What it holds is not in its fields. */
    public static class Secretive implements java.io.Serializable {
        private static final long serialVersionUID = 1L;

        public transient int value;

        private void writeObject(java.io.ObjectOutputStream out) throws java.io.IOException {
            out.writeInt(value);
        }
    }

    /** Not static. */
    @SuppressWarnings("ClassCanBeStatic") // what is tested is that it is refused
    public class Inner {
        public @Nullable String name;
    }

    /** Extends a class of the JDK. */
    public static class OddThread extends Thread {}

    private sealed interface Clash {}

    @WireId(5)
    private record One() implements Clash {}

    @WireId(5)
    private record Two() implements Clash {}

    private void assertRefused(Class<?> type, String reason) {
        assertThatThrownBy(() -> serializers.of(type))
                .isInstanceOf(UnsupportedTypeException.class)
                .hasMessageContaining(type.getName())
                .hasMessageContaining(reason)
                .hasMessageContaining("Make it a record");
    }

    @Test
    void shouldNameTheClassAndThePathOfFields() {
        assertThatThrownBy(() -> serializers.of(Order.class))
                .isInstanceOf(UnsupportedTypeException.class)
                .hasMessageContaining("java.util.concurrent.locks.ReentrantLock")
                .hasMessageContaining("Order.customers[].lock")
                .extracting(e -> ((UnsupportedTypeException) e).path())
                .isEqualTo("Order.customers[].lock");
    }

    @Test
    void shouldNameThePathOfAFieldOfUnknownType() {
        Output out = new Output();
        assertThatThrownBy(() ->
                        serializers
                                .of(Anything.class)
                                .write(new Anything(new ReentrantLock()), out))
                .isInstanceOf(UnsupportedTypeException.class)
                .hasMessageContaining("Anything.content(ReentrantLock)");
    }

    @Test
    void shouldSayWhyAClassIsNoPojo() {
        assertRefused(Closed.class, "its field secret is neither public nor has a getter");
        assertRefused(Fixed.class, "its field fixed is final");
        assertRefused(Demanding.class, "no constructor without arguments");
        assertRefused(Demanding.class, "no constructor takes just what its fields hold");
        assertRefused(Secretive.class, "it says itself how it is serialised");
        assertRefused(Inner.class, "an inner class and not static");
        assertRefused(OddThread.class, "it extends java.lang.Thread");
        assertRefused(new Object() {}.getClass(), "a lambda or an anonymous class");
    }

    @Test
    void shouldRefuseLambdasAsValues() {
        Runnable lambda = () -> {};
        Output out = new Output();
        assertThatThrownBy(() -> serializers.dynamic().write(lambda, out))
                .isInstanceOf(UnsupportedTypeException.class)
                .hasMessageContaining("lambda");
    }

    @Test
    void shouldRefuseTwoSubtypesWithOneWireId() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> serializers.of(Clash.class))
                .withMessageContaining(One.class.getName())
                .withMessageContaining(Two.class.getName());
    }

    @Test
    void shouldNotRememberAFailure() {
        assertThatThrownBy(() -> serializers.of(Order.class))
                .isInstanceOf(UnsupportedTypeException.class);
        assertThatThrownBy(() -> serializers.of(Order.class))
                .isInstanceOf(UnsupportedTypeException.class);
        Output out = new Output();
        serializers.of(Map.class).write(Map.of("a", 1), out);
        assertThat(out.position()).isPositive();
    }
}
