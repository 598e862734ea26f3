package dev.millstream.types.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.types.CorruptDataException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaEvolutionTest {
    private static final String BEFORE =
            "record T(long id, String name) { static Object make() { return new T(7, \"x\"); } }";

    private static void assertMigrated(String before, String after, String expected) {
        Versions versions = Versions.of(before, after);
        assertThat(versions.compatibility())
                .as(versions.compatibility().toString())
                .isInstanceOf(Compatibility.AfterMigration.class);
        assertThat(versions.migrated()).isEqualTo(expected);
    }

    private static void assertAsIs(String before, String after, String expected) {
        Versions versions = Versions.of(before, after);
        assertThat(versions.compatibility()).isEqualTo(new Compatibility.AsIs());
        assertThat(versions.migrated()).isEqualTo(expected);
    }

    private static void assertRefused(String before, String after, String... words) {
        Versions versions = Versions.of(before, after);
        assertThat(versions.compatibility()).isInstanceOf(Compatibility.Incompatible.class);
        List<String> reasons = ((Compatibility.Incompatible) versions.compatibility()).reasons();
        for (String word : words) {
            assertThat(reasons).anySatisfy(reason -> assertThat(reason).contains(word));
        }
        assertThatThrownBy(versions::reader)
                .isInstanceOf(IncompatibleSchemaException.class)
                .hasMessageContaining(reasons.getFirst());
    }

    @Test
    void shouldReadWhatHasNotChangedAsItIs() {
        assertAsIs(BEFORE, BEFORE, "T[id=7, name=x]");
    }

    @Test
    void shouldGiveAnAddedFieldZeroOrNull() {
        assertMigrated(
                BEFORE,
                "record T(long id, String name, int count, Integer more, Optional<String> last) {}",
                "T[id=7, name=x, count=0, more=null, last=Optional.empty]");
    }

    @Test
    void shouldLeaveAnAddedFieldAsTheConstructorWithoutArgumentsGivesIt() {
        assertMigrated(
                "class T { public int a; static Object make() { T t = new T(); t.a = 3; return t; }"
                        + " }",
                "class T { public int a; public String b = \"new\"; public List<String> c ="
                        + " new ArrayList<>(List.of(\"c\"));"
                        + " public String toString() { return a + b + c; } }",
                "3new[c]");
    }

    @Test
    void shouldDropTheValuesOfARemovedFieldWhateverItsType() {
        String fields =
                "int a, long[] b, List<Map<String, Gone>> c, Kind d, Shape e, Object f,"
                        + " Optional<Gone> g, EnumSet<Kind> h, EnumMap<Kind, Gone> i, Gone[] j,"
                        + " Base k, Set<Integer> l, Double m, BigDecimal n, T o, Object p";
        String values =
                "1, new long[] {1, 2}, List.of(Map.of(\"x\", new Gone(1, null))), Kind.B,"
                        + " new Circle(1), new Gone(2, List.of(new Gone(3, \"x\"))),"
                        + " Optional.of(new Gone(4, \"y\")), EnumSet.allOf(Kind.class),"
                        + " new EnumMap<>(Map.of(Kind.A, new Gone(5, 5))),"
                        + " new Gone[] {null, new Gone(6, 6)}, new Derived(), Set.of(1, 2), null,"
                        + " BigDecimal.TEN, null, Kind.A";
        String gone =
                "record Gone(int x, Object y) {} enum Kind { A, B } sealed interface Shape {}"
                        + " record Circle(double r) implements Shape {}"
                        + " class Base { public int x = 1; }"
                        + " class Derived extends Base { public String y = \"z\"; }";
        assertMigrated(
                "record T(String first, "
                        + fields
                        + ", String last) { static Object make() { return new T(\"f\", "
                        + values
                        + ", \"l\"); } }"
                        + gone,
                "record T(String first, String last) {}",
                "T[first=f, last=l]");
    }

    @Test
    void shouldWidenNumbersWithoutLoss() {
        assertMigrated(
                "record T(byte a, short b, int c, int d, float e, long f, char g, int h, short i,"
                        + " Integer j, BigInteger k, int l) { static Object make() { return new"
                        + " T((byte) -1, (short) -2, -3, 4, 0.5f, -6L, 'a', 8, (short) 9, 10,"
                        + " BigInteger.TWO, 12); } }",
                "record T(short a, int b, long c, double d, double e, BigInteger f, int g,"
                        + " BigDecimal h, float i, Long j, BigDecimal k, Integer l) {}",
                "T[a=-1, b=-2, c=-3, d=4.0, e=0.5, f=-6, g=97, h=8, i=9.0, j=10, k=2, l=12]");
    }

    @Test
    void shouldRefuseToNarrowNumbers() {
        assertRefused(
                "record T(long id, double x) {}",
                "record T(int id, float x) {}",
                "T.id was long when it was written and is int now",
                "T.x was double when it was written and is float now",
                "numbers can only be widened");
    }

    @Test
    void shouldRefuseOtherTypesNamingFieldBothTypesAndWhatToDo() {
        assertRefused(
                BEFORE,
                "record T(String id, List<String> name) {}",
                "T.id was long when it was written and is java.lang.String now",
                "T.name was java.lang.String when it was written and is"
                        + " java.util.ArrayList<java.lang.String> now",
                "give the field another name");
    }

    @Test
    void shouldFailWhereNullHasNoPlace() {
        String after = "record T(int id) {}";
        assertMigrated(
                "record T(Integer id) { static Object make() { return new T(1); } }",
                after,
                "T[id=1]");
        Versions versions =
                Versions.of(
                        "record T(Integer id) { static Object make() { return new T(null); } }",
                        after);
        assertThatThrownBy(versions::migrated)
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("null in the field id of sample.T, which is of type int now");
    }

    @Test
    void shouldNotCareForTheOrderOfFields() {
        assertMigrated(BEFORE, "record T(String name, long id) {}", "T[name=x, id=7]");
    }

    @Test
    void shouldFollowRenamedFieldsClassesAndConstants() {
        assertMigrated(
                "record T(Old old, Kind kind, Set<Kind> kinds, EnumMap<Kind, Old> map) {"
                        + " static Object make() { return new T(new Old(1), Kind.A,"
                        + " Set.of(Kind.B), new EnumMap<>(Map.of(Kind.A, new Old(2)))); } }"
                        + " record Old(int x) {} enum Kind { A, B }",
                "record T(@RenamedFrom(\"old\") New fresh, Kind kind, Set<Kind> kinds,"
                        + " EnumMap<Kind, New> map) {}"
                        + " @RenamedFrom(\"sample.Old\") record New(@RenamedFrom({\"w\", \"x\"})"
                        + " int y) {} enum Kind { NONE, B, @RenamedFrom(\"A\") FIRST }",
                "T[fresh=New[y=1], kind=FIRST, kinds=[B], map={FIRST=New[y=2]}]");
    }

    @Test
    void shouldNotTakeAnotherClassForARenamedOne() {
        assertRefused(
                "record T(Old x) {} record Old(int a) {}",
                "record T(New x) {} record New(int a) {}",
                "T.x was record sample.Old when it was written and is record sample.New now",
                "put @RenamedFrom(\"sample.Old\") on it");
    }

    @Test
    void shouldReadEnumsThatAreReorderedAndExtended() {
        assertAsIs(
                "record T(Kind kind) { static Object make() { return new T(Kind.B); } }"
                        + " enum Kind { A, B }",
                "record T(Kind kind) {} enum Kind { B, C, A }",
                "T[kind=B]");
    }

    @Test
    void shouldRefuseEnumsThatHaveLostAConstant() {
        assertRefused(
                "record T(Kind kind) {} enum Kind { A, B }",
                "record T(Kind kind) {} enum Kind { A }",
                "enum sample.Kind had a constant B",
                "@RenamedFrom(\"B\")");
    }

    @Test
    void shouldReadSealedTypesThatHaveNewSubtypesInAnotherOrder() {
        assertAsIs(
                "record T(List<Shape> shapes) { static Object make() { return new T(List.of(new"
                        + " Circle(1), new Square(2))); } } sealed interface Shape {}"
                        + " record Circle(int r) implements Shape {}"
                        + " @WireId(4) record Square(int a) implements Shape {}",
                "record T(List<Shape> shapes) {} sealed interface Shape {}"
                        + " @WireId(4) record Square(int a) implements Shape {}"
                        + " record Line(int l) implements Shape {}"
                        + " record Circle(int r) implements Shape {}",
                "T[shapes=[Circle[r=1], Square[a=2]]]");
    }

    @Test
    void shouldReadSubtypesThatHaveChangedOrWereRenamed() {
        assertMigrated(
                "record T(List<Shape> shapes) { static Object make() { return new T(List.of(new"
                        + " Circle(1), new Square(2))); } } sealed interface Shape {}"
                        + " record Circle(int r) implements Shape {}"
                        + " record Square(int a) implements Shape {}",
                "record T(List<Shape> shapes) {} sealed interface Shape {}"
                        + " @RenamedFrom(\"Square\") record Box(long a) implements Shape {}"
                        + " record Circle(double r, String c) implements Shape {}",
                "T[shapes=[Circle[r=1.0, c=null], Box[a=2]]]");
    }

    @Test
    void shouldRefuseSealedTypesThatHaveLostASubtype() {
        assertRefused(
                "record T(Shape s) {} sealed interface Shape {} record A() implements Shape {}"
                        + " record B() implements Shape {}",
                "record T(Shape s) {} sealed interface Shape {} record A() implements Shape {}",
                "sealed type sample.Shape had a subtype sample.B",
                "keep the class");
    }

    @Test
    void shouldReadAClassThatHasBecomeASubtype() {
        assertMigrated(
                "record T(Circle s) { static Object make() { return new T(new Circle(1)); } }"
                        + " record Circle(int r) {}",
                "record T(Shape s) {} sealed interface Shape {}"
                        + " record Circle(long r) implements Shape {}"
                        + " record Square(long a) implements Shape {}",
                "T[s=Circle[r=1]]");
    }

    @Test
    void shouldReadRecursiveTypesThatHaveChanged() {
        assertMigrated(
                "record T(int v, T left, List<T> more) { static Object make() { return new T(1, new"
                        + " T(2, null, List.of()), List.of(new T(3, new T(4, null, null),"
                        + " null))); } }",
                "record T(long v, List<T> more, T left, String s) {}",
                "T[v=1, more=[T[v=3, more=null, left=T[v=4, more=null, left=null, s=null],"
                        + " s=null]], left=T[v=2, more=[], left=null, s=null], s=null]");
    }

    @Test
    void shouldReadDeeplyNestedValuesThatHaveChanged() {
        Versions versions =
                Versions.of(
                        "record T(int v, T next) { static Object make() { T t = null; for (int i ="
                                + " 0; i < 450; i++) t = new T(i, t); return t; } }",
                        "record T(long v, T next) { public String toString() { return v +"
                                + " (next == null ? \"\" : \",\" + next); } }");
        assertThat(versions.migrated()).startsWith("449,448,").endsWith(",1,0");
    }

    @Test
    void shouldReadElementsOfContainersThatHaveChanged() {
        assertMigrated(
                "record T(List<N> a, Map<String, N> b, N[] c, Optional<N> d, Deque<Integer> e,"
                    + " int[][] f, Set<Short> g) { static Object make() { N n = new N(1); return"
                    + " new T(Arrays.asList(n, null), Map.of(\"k\", n), new N[] {n, null},"
                    + " Optional.of(n), new ArrayDeque<>(List.of(5)), new int[][] {{1}},"
                    + " Set.of((short) 6)); } } record N(int v) {}",
                "record T(LinkedList<N> a, TreeMap<String, N> b, List<N> c, Optional<N> d,"
                        + " List<Long> e, List<int[]> f, TreeSet<Integer> g) { public String"
                        + " toString() { return \"\" + a + b + c + d + e + f.get(0)[0] + g; } }"
                        + " record N(long v, String w) {}",
                "[N[v=1, w=null], null]{k=N[v=1, w=null]}[N[v=1, w=null], null]"
                        + "Optional[N[v=1, w=null]][5]1[6]");
    }

    @Test
    void shouldNotMakeASetOfAList() {
        assertRefused(
                "record T(List<String> a) {}",
                "record T(Set<String> a) {}",
                "T.a was java.util.ArrayList<java.lang.String> when it was written and is"
                        + " java.util.LinkedHashSet<java.lang.String> now");
    }

    @Test
    void shouldWrapInOptionalsAndUnwrap() {
        assertMigrated(
                "record T(String a, String b, Optional<String> c, Optional<Integer> d, int e) {"
                        + " static Object make() { return new T(\"a\", null, Optional.of(\"c\"),"
                        + " Optional.empty(), 5); } }",
                "record T(Optional<String> a, Optional<String> b, String c, Long d,"
                        + " Optional<Long> e) {}",
                "T[a=Optional[a], b=Optional.empty, c=c, d=null, e=Optional[5]]");
    }

    @Test
    void shouldReadClassesThatHaveBecomeRecordsFinalOrOpen() {
        assertMigrated(
                "record T(A a, B b, C c) { static Object make() { A a = new A(); a.x = 1; C c = new"
                        + " C(); c.x = 3; return new T(a, new B(2), c); } }"
                        + " class A { public int x; } record B(int x) {}"
                        + " final class C { public int x; }",
                "record T(A a, B b, C c) {} record A(int x) {} class B { private final int x;"
                        + " B(int x) { this.x = x; } public String toString() { return \"B\" + x; }"
                        + " } class C { public int x; public String toString() { return \"C\" + x;"
                        + " } }",
                "T[a=A[x=1], b=B2, c=C3]");
    }

    @Test
    void shouldReadValuesOfUnknownTypeWhoseClassHasChanged() {
        assertMigrated(
                "record T(Object a, List<?> b, int c) { static Object make() { return new T(new"
                        + " N(1), List.of(new N(2), \"x\", new N(3)), 1); } } record N(int v) {}",
                "record T(Object a, List<?> b, long c) {} record N(String s, long v) {}",
                "T[a=N[s=null, v=1], b=[N[s=null, v=2], x, N[s=null, v=3]], c=1]");
    }

    @Test
    void shouldSayWhichClassIsMissing() {
        Versions versions =
                Versions.of(
                        "record T(Object a) { static Object make() { return new T(new N(1)); } }"
                                + " record N(int v) {}",
                        "record T(Object a) {}");
        assertThatThrownBy(versions::migrated)
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("sample.N");
    }

    @Test
    void shouldFindAllOfSeveralChangesAtOnce() {
        Versions versions =
                Versions.of(
                        BEFORE,
                        "record T(@RenamedFrom(\"name\") String label, double extra, Long id) {}");
        assertThat(((Compatibility.AfterMigration) versions.compatibility()).changes())
                .containsExactlyInAnyOrder(
                        "T.id was long when it was written and is java.lang.Long now",
                        "T.name is called label now",
                        "T.extra is new: 0, false, null or an empty Optional",
                        "The fields of T come in another order");
        assertThat(versions.migrated()).isEqualTo("T[label=x, extra=0.0, id=7]");
    }

    @Test
    void shouldLetKeysChangeOnlyWhereTheirHashStays() {
        Versions extended =
                Versions.of(
                        "record T(Kind k) {} enum Kind { A }",
                        "record T(Kind k) {} enum Kind { A, B }");
        assertThat(SchemaEvolution.compatibleKeys(extended.written(), extended.now()))
                .isEqualTo(new Compatibility.AsIs());
        Versions widened = Versions.of("record T(int k) {}", "record T(long k) {}");
        assertThat(SchemaEvolution.compatibleKeys(widened.written(), widened.now()))
                .isInstanceOfSatisfying(
                        Compatibility.Incompatible.class,
                        no ->
                                assertThat(no.reasons().getFirst())
                                        .contains("T.k was int")
                                        .contains("another hash"));
    }
}
