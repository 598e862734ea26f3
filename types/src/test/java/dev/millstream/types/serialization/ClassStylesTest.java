package dev.millstream.types.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.types.Input;
import dev.millstream.types.Output;
import dev.millstream.types.Serializer;
import dev.millstream.types.UnsupportedTypeException;
import dev.millstream.types.sample.Compiled;
import dev.millstream.types.value.Immutability;
import org.junit.jupiter.api.Test;

/** The ways in which people, Lombok and Kotlin's compiler write classes with fields. */
class ClassStylesTest {
    /** The value of {@code T.make()}, written and read, and copied: in words. */
    private static void assertComesBack(Compiled classes, String expected) {
        Object value = classes.call("T", "make");
        Serializers serializers = new Serializers(classes);
        for (Serializer<Object> serializer :
                java.util.List.of(
                        serializers.<Object>of(classes.type("T")), serializers.dynamic())) {
            Output out = new Output();
            serializer.write(value, out);
            Input in = new Input(out.toByteArray());
            assertThat(serializer.read(in)).hasSameClassAs(value).hasToString(expected);
            assertThat(in.remaining()).isZero();
            assertThat(serializer.copy(value)).hasToString(expected);
        }
    }

    @Test
    void shouldTakeALombokBuilder() {
        // What @Value @Builder makes: an all-arguments constructor that is not public, getters.
        assertComesBack(
                Compiled.withoutNames(
                        "final class T { private final long id; private final String name; private"
                                + " final List<String> tags; T(long id, String name, List<String>"
                                + " tags) { this.id = id; this.name = name; this.tags = tags; }"
                                + " public long getId() { return id; } public String getName() {"
                                + " return name; } public List<String> getTags() { return tags; }"
                                + " static Object make() { return new Builder().id(1).name(\"n\")"
                                + ".build(); } public String toString() { return id + name + tags;"
                                + " } static class Builder { long id; String name; Builder id(long"
                                + " v) { id = v; return this; } Builder name(String v) { name = v;"
                                + " return this; } T build() { return new T(id, name, List.of("
                                + "\"t\")); } } }"),
                "1n[t]");
    }

    @Test
    void shouldTakeChainedAndFluentSetters() {
        assertComesBack(
                Compiled.of(
                        "class T extends B { private int a; private boolean isOld; private String"
                            + " xCoord; public int a() { return a; } public T a(int v) { a = v;"
                            + " return this; } public boolean isOld() { return isOld; } public void"
                            + " setOld(boolean v) { isOld = v; } public String getxCoord() { return"
                            + " xCoord; } public void setxCoord(String v) { xCoord = v; } static"
                            + " Object make() { T t = new T().a(1); t.setOld(true); t.xCoord ="
                            + " \"x\"; t.base(5); return t; } public String toString() { return a +"
                            + " \",\" + isOld + xCoord + base(); } } class B { private long base;"
                            + " public long base() { return base; } public B base(long v) { base ="
                            + " v; return this; } }"),
                "1,truex5");
    }

    @Test
    void shouldTakeAKotlinDataClassWithoutItsMetadata() {
        // As kotlinc compiles data class T(val a: Int, var b: String, val c: String = "c").
        assertComesBack(
                Compiled.withoutNames(
                        "final class T { private final int a; private String b; private final"
                                + " String c; public T(int p0, String p1, String p2) {"
                                + " Checks.notNull(p1, \"b\"); Checks.notNull(p2, \"c\"); super();"
                                + " this.a = p0; this.b = p1; this.c = p2; } public T(int p0,"
                                + " String p1, String p2, int mask, Object marker) { this(p0, p1,"
                                + " (mask & 4) != 0 ? \"c\" : p2); } public final int getA() {"
                                + " return a; } public final String getB() { return b; } public"
                                + " final void setB(String v) { b = v; } public final String getC()"
                                + " { return c; } public final int component1() { return a; }"
                                + " static Object make() { return new T(1, \"b\", \"d\"); } public"
                                + " String toString() { return \"T(a=\" + a + \", b=\" + b + \","
                                + " c=\" + c + \")\"; } } class Checks { static void"
                                + " notNull(Object value, String name) {} }"),
                "T(a=1, b=b, c=d)");
    }

    @Test
    void shouldKeepTheOneObjectOfAKotlinObject() {
        Compiled classes =
                Compiled.withoutNames(
                        "record T(S a, List<S> b) { static Object make() { return new"
                                + " T(None.INSTANCE, List.of(None.INSTANCE, new Some(1))); } public"
                                + " String toString() { return (a == None.INSTANCE) + \",\" +"
                                + " (b.get(0) == None.INSTANCE) + b; } } sealed interface S {}"
                                + " record Some(int x) implements S {} final class None implements"
                                + " S { public static final None INSTANCE = new None(); private"
                                + " None() {} public String toString() { return \"None\"; } }");
        assertComesBack(classes, "true,true[None, Some[x=1]]");
    }

    @Test
    void shouldFindParametersByNameAndOtherwiseByWhatTheConstructorDoes() {
        String source =
                "class T { private final String a; private final String b; protected final"
                        + " List<String> c; T(List<String> c, String b, String a) { this.a ="
                        + " Objects.requireNonNull(a, \"a\"); this.b = b; this.c = List.copyOf(c);"
                        + " } static Object make() { return new T(List.of(\"c\"), \"b\", \"a\"); }"
                        + " public String toString() { return a + b + c; } }";
        assertComesBack(Compiled.of(source), "ab[c]");
        assertComesBack(Compiled.withoutNames(source), "ab[c]");
    }

    @Test
    void shouldTakeFieldsOfImmutableSuperclasses() {
        assertComesBack(
                Compiled.of(
                        "class T extends B { private final int own; public T(String name, int own)"
                            + " { super(name); this.own = own; } static Object make() { return new"
                            + " T(\"n\", 2); } public String toString() { return getName() + own; }"
                            + " } class B { private final String name; B(String name) { this.name ="
                            + " name; } public String getName() { return name; } }"),
                "n2");
    }

    @Test
    void shouldSetWhatTheConstructorDoesNotTake() {
        assertComesBack(
                Compiled.of(
                        "class T { private final int id; public String note; private double extra;"
                            + " public T(int id) { this.id = id; } public double getExtra() {"
                            + " return extra; } public void setExtra(double v) { extra = v; }"
                            + " static Object make() { T t = new T(1); t.note = \"n\"; t.extra = 2;"
                            + " return t; } public String toString() { return id + note + extra; }"
                            + " }"),
                "1n2.0");
    }

    @Test
    void shouldResolveTypeVariablesThroughSuperclasses() {
        assertComesBack(
                Compiled.of(
                        "class T extends Mid<Integer> { static Object make() { T t = new T();"
                                + " t.value = List.of(1, 2); t.key = \"k\"; t.range = new"
                                + " Range<>(3, 4); return t; } public String toString() { return"
                                + " key + value + range; } } class Mid<V extends Comparable<V>>"
                                + " extends Base<String, List<V>> { public Range<V> range; } class"
                                + " Base<K, V> { public K key; public V value; } record Range<B"
                                + " extends Comparable<B>>(B low, B high) {}"),
                "k[1, 2]Range[low=3, high=4]");
    }

    @Test
    void shouldFindImmutableClassesImmutable() {
        Compiled classes =
                Compiled.of(
                        "final class T { private final int a; private final String b; public T(int"
                                + " a, String b) { this.a = a; this.b = b; } } final class U {"
                                + " private final int[] a; public U(int[] a) { this.a = a; } }");
        assertThat(Immutability.isDeeplyImmutable(classes.type("T"))).isTrue();
        assertThat(Immutability.isDeeplyImmutable(classes.type("U"))).isFalse();
    }

    @Test
    void shouldNotGuessWhenParametersAreAmbiguous() {
        Compiled classes =
                Compiled.withoutNames(
                        "class T { private final int sum; private final int b; T(int a, int b) {"
                                + " this.sum = a + b; this.b = b; } }");
        assertThatThrownBy(() -> new Serializers(classes).of(classes.type("T")))
                .isInstanceOf(UnsupportedTypeException.class)
                .hasMessageContaining("no constructor takes just what its fields hold");
    }
}
