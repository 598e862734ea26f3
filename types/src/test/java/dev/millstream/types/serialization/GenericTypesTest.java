package dev.millstream.types.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.types.CorruptDataException;
import dev.millstream.types.Input;
import dev.millstream.types.Output;
import dev.millstream.types.Serializer;
import dev.millstream.types.UnsupportedTypeException;
import dev.millstream.types.fallback.FallbackUse;
import dev.millstream.types.record.RecordDecoder;
import dev.millstream.types.record.RecordEncoder;
import dev.millstream.types.sample.Compiled;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Classes of somebody else, which can't be taken apart. */
class GenericTypesTest {
    private static final String MONEY =
            "class Money { private final long cents; private final Object currency; private List<?>"
                + " notes; Money(String text) { cents = text.length(); currency = text; notes = new"
                + " ArrayList<>(List.of(\"n\")); } void add(Object o) { notes = List.of(o); }"
                + " static Object make() { return new Money(\"EUR\"); } static Object odd() { Money"
                + " m = new Money(\"x\"); m.add(new Odd()); return m; } static Object knot() {"
                + " Money m = new Money(\"x\"); m.add(m); return m; } boolean tied() { return"
                + " notes.get(0) == this; } public String toString() { return cents + \"\" +"
                + " currency + notes; } } class Odd { int x = 1; Odd() {} Odd(String s) {} public"
                + " String toString() { return \"Odd\" + x; } }record Fine(int x) {} record T(int"
                + " id, Money price) { static Object make() { return new T(1, new Money(\"EUR\"));"
                + " } }";

    private final Compiled classes = Compiled.of(MONEY);
    private final List<FallbackUse> uses = new ArrayList<>();

    private Serializers.Builder builder(Compiled loader) {
        return Serializers.builder(loader).onFallback(uses::add);
    }

    private static byte[] write(Serializer<Object> serializer, Object value) {
        Output out = new Output();
        serializer.write(value, out);
        return out.toByteArray();
    }

    private static Object roundTrip(Serializer<Object> serializer, Object value) {
        Input in = new Input(write(serializer, value));
        Object back = serializer.read(in);
        assertThat(in.remaining()).isZero();
        return back;
    }

    @Test
    void shouldWriteThemByTheFallbackAndSayOnceWhichAndWhy() {
        Serializers serializers = builder(classes).genericTypes(true).build();
        Object value = classes.call("T", "make");
        for (int i = 0; i < 3; i++) {
            assertThat(roundTrip(serializers.of(classes.type("T")), value))
                    .hasToString("T[id=1, price=3EUR[n]]");
            assertThat(roundTrip(serializers.dynamic(), value))
                    .hasToString("T[id=1, price=3EUR[n]]");
        }
        assertThat(uses).hasSize(1);
        assertThat(uses.getFirst().className()).isEqualTo("sample.Money");
        assertThat(uses.getFirst().hint())
                .contains("sample.Money at T.price", "no constructor without arguments")
                .contains("registerTypeWithSerializer", "pipeline.generic-types: false");
    }

    @Test
    void shouldRefuseThemUnlessTheyAreAllowed() {
        assertThatThrownBy(() -> new Serializers(classes).of(classes.type("T")))
                .isInstanceOf(UnsupportedTypeException.class)
                .hasMessageContaining("sample.Money at T.price")
                .hasMessageContaining("register a serializer");
        Serializers onlyRegistered = builder(classes).allowGeneric(classes.type("Money")).build();
        assertThat(roundTrip(onlyRegistered.dynamic(), classes.call("Money", "make")))
                .hasToString("3EUR[n]");
        assertThatThrownBy(() -> onlyRegistered.ofExactClass(classes.type("Odd")).read(in()))
                .isInstanceOf(UnsupportedTypeException.class)
                .hasMessageContaining("pipeline.generic-types: false");
    }

    private static Input in() {
        return new Input(new byte[100]);
    }

    @Test
    void shouldRefuseClassesThatNoFieldDeclares() {
        Object odd = classes.call("Money", "odd");
        Serializers automatic = builder(classes).genericTypes(true).build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> write(automatic.dynamic(), odd))
                .withMessageContaining("sample.Odd is not registered")
                .withMessageContaining("registerKryoType");
        Serializers more =
                builder(classes).genericTypes(true).allowGeneric(classes.type("Odd")).build();
        assertThat(roundTrip(more.dynamic(), odd)).hasToString("1x[Odd1]");
    }

    @Test
    void shouldCopyAndKeepIdentityWithin() throws ReflectiveOperationException {
        Serializer<Object> serializer =
                builder(classes).genericTypes(true).build().ofExactClass(classes.type("Money"));
        Object knot = classes.call("Money", "knot");
        java.lang.reflect.Method tied = classes.type("Money").getDeclaredMethod("tied");
        tied.setAccessible(true);
        for (Object each : List.of(roundTrip(serializer, knot), serializer.copy(knot))) {
            assertThat(each).isNotSameAs(knot);
            assertThat(tied.invoke(each)).isEqualTo(true);
        }
    }

    @Test
    void shouldRefuseWhatIsNoData() {
        Compiled odd =
                Compiled.of(
                        "class Lock { private final java.util.concurrent.locks.ReentrantLock lock ="
                            + " new java.util.concurrent.locks.ReentrantLock(); Lock(int x) {} }"
                            + " class Own implements java.io.Serializable { private transient int"
                            + " x; Own(int y) {} private void"
                            + " writeObject(java.io.ObjectOutputStream out) {} } class Worker"
                            + " extends Thread { private final int y; Worker(String s) { y = 1; }"
                            + " }");
        Serializers serializers = builder(odd).genericTypes(true).build();
        assertRefused(serializers, odd.type("Lock"), "It holds a java.util.concurrent.locks");
        assertRefused(serializers, odd.type("Own"), "By Java serialisation it is only written if");
        assertRefused(serializers, odd.type("Worker"), "extends java.lang.Thread");
        assertRefused(serializers, Thread.class, "a class of the JDK without a known form");
        assertThat(uses).isEmpty();
    }

    private static void assertRefused(Serializers serializers, Class<?> type, String reason) {
        assertThatThrownBy(() -> serializers.ofExactClass(type))
                .isInstanceOf(UnsupportedTypeException.class)
                .hasMessageContaining(type.getName())
                .hasMessageContaining(reason);
    }

    @Test
    void shouldWriteClassesOfTheJdkThatTheFallbackKnows() {
        Serializers serializers = builder(classes).genericTypes(true).build();
        assertThat(roundTrip(serializers.dynamic(), java.util.Locale.CANADA_FRENCH))
                .isEqualTo(java.util.Locale.CANADA_FRENCH);
    }

    @Test
    void shouldEndInCorruptDataWhateverComes() {
        Serializer<Object> serializer =
                builder(classes).genericTypes(true).build().ofExactClass(classes.type("Money"));
        byte[] bytes = write(serializer, classes.call("Money", "make"));
        for (int seed = 0; seed < 3_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] damaged = bytes.clone();
            for (int flips = random.nextInt(4); flips >= 0; flips--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(serializer.read(new Input(damaged))).isNotNull();
            } catch (CorruptDataException e) {
                assertThat(e).hasMessageMatching("(?s).{10,}");
            }
        }
    }

    @Test
    void shouldReadPastThemAndReadThemWithOtherFields() {
        Compiled later =
                Compiled.of(
                        "class Money { private final long cents; private String more; Money(String"
                                + " t, int u) { cents = 1; } public String toString() { return"
                                + " cents + more; } } record T(int id, Money price) {}");
        Compiled without = Compiled.of("record T(int id) {}");
        Object value = classes.call("T", "make");
        Output out = new Output();
        new RecordEncoder(builder(classes).genericTypes(true).build()).encode(value, out);
        assertThat(evolved(later, out)).hasToString("T[id=1, price=3null]");
        assertThat(evolved(without, out)).hasToString("T[id=1]");
    }

    private @org.jspecify.annotations.Nullable Object evolved(Compiled here, Output out) {
        return RecordDecoder.evolving(builder(here).genericTypes(true).build())
                .decode(new Input(out.toByteArray()));
    }

    @Test
    void shouldDemandThatAClassCanBeTakenApart() {
        assertThat(builder(classes).requireFields(classes.type("Fine")).build()).isNotNull();
        assertThatThrownBy(() -> builder(classes).requireFields(classes.type("Money")).build())
                .isInstanceOf(UnsupportedTypeException.class)
                .hasMessageContaining("sample.Money");
    }
}
