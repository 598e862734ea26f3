package dev.millstream.types.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.types.sample.Compiled;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Classes drawn at random, changed at random; what their fields must be then is known. */
class RandomEvolutionTest {
    private static final int CLASSES = 150;

    /** Each type with what it can be widened to. */
    private static final List<List<String>> TYPES =
            List.of(
                    List.of("byte", "short", "int", "long", "Integer", "BigInteger", "double"),
                    List.of("int", "long", "Integer", "Long", "double", "BigDecimal"),
                    List.of("Long", "BigInteger", "BigDecimal"),
                    List.of("float", "double", "Float", "Double"),
                    List.of("boolean", "Boolean"),
                    List.of("String", "Optional<String>"),
                    List.of("List<Integer>", "LinkedList<Long>"),
                    List.of("Map<String, Short>", "TreeMap<String, Integer>"),
                    List.of("N", "Optional<N>"));

    private record Field(String name, String type, int family, String former) {}

    private final StringBuilder before = new StringBuilder();
    private final StringBuilder after = new StringBuilder();

    private static String literal(String type, int value) {
        return switch (type) {
            case "byte", "short" -> "(" + type + ") " + value % 100;
            case "int" -> String.valueOf(value);
            case "Long" -> value + "L";
            case "float" -> value % 1000 + ".5f";
            case "boolean" -> String.valueOf(value % 2 == 0);
            case "String" -> value % 3 == 0 ? "null" : "\"s" + value + "\"";
            case "List<Integer>" -> "Arrays.asList(" + value + ", 1)";
            case "Map<String, Short>" -> "Map.of(\"k\", (short) " + value % 100 + ")";
            case "N" -> "new N(" + value + ")";
            default -> throw new IllegalArgumentException(type);
        };
    }

    /** What a value looks like when its type has become another. */
    private static String shown(String from, String to, int value) {
        boolean isFloating = to.equals("double");
        return switch (from) {
            case "byte" -> value % 100 + (isFloating ? ".0" : "");
            case "int", "Long" -> value + (isFloating ? ".0" : "");
            case "float" -> value % 1000 + ".5";
            case "boolean" -> String.valueOf(value % 2 == 0);
            case "String" ->
                    to.equals("String")
                            ? value % 3 == 0 ? "null" : "s" + value
                            : value % 3 == 0 ? "Optional.empty" : "Optional[s" + value + "]";
            case "List<Integer>" -> "[" + value + ", 1]";
            case "Map<String, Short>" -> "{k=" + value % 100 + "}";
            default ->
                    to.equals("N")
                            ? "N[w=null, v=" + value + "]"
                            : "Optional[N[w=null, v=" + value + "]]";
        };
    }

    private static String zero(String type) {
        return switch (type) {
            case "byte", "short", "int", "long" -> "0";
            case "float", "double" -> "0.0";
            case "boolean" -> "false";
            default -> type.startsWith("Optional") ? "Optional.empty" : "null";
        };
    }

    private static void declare(
            StringBuilder source, String name, int style, List<Field> fields, String values) {
        StringBuilder members = new StringBuilder();
        StringBuilder parameters = new StringBuilder();
        StringBuilder assignments = new StringBuilder();
        StringBuilder shown = new StringBuilder("\"\"");
        for (Field field : fields) {
            String renamed =
                    field.former().isEmpty() ? "" : "@RenamedFrom(\"" + field.former() + "\") ";
            String separator = parameters.isEmpty() ? "" : ", ";
            String declared = field.type() + " " + field.name();
            if (style == 0) {
                parameters.append(separator).append(renamed).append(declared);
            } else {
                parameters.append(separator).append(declared);
                members.append(renamed)
                        .append(style == 1 ? "public " : style == 2 ? "private " : "private final ")
                        .append(declared)
                        .append("; ");
            }
            if (style == 2) {
                String upper =
                        field.name().substring(0, 1).toUpperCase(Locale.ROOT)
                                + field.name().substring(1);
                members.append("public void set" + upper + "(" + declared + ") { this.")
                        .append(field.name() + " = " + field.name() + "; } public ")
                        .append(field.type() + " get" + upper + "() { return ")
                        .append(field.name() + "; } ");
            }
            assignments.append("this." + field.name() + " = " + field.name() + "; ");
            shown.append(" + \"" + field.name() + "=\" + " + field.name() + " + \";\"");
        }
        source.append(style == 0 ? "record " + name + "(" + parameters + ")" : "class " + name);
        source.append(" { ").append(members);
        if (style == 1 || style == 2) {
            source.append(name + "() {} ");
        }
        if (style != 0 && (style == 3 || !fields.isEmpty())) {
            source.append(name + "(" + parameters + ") { " + assignments + " } ");
        }
        source.append("public String toString() { return " + shown + "; } ");
        if (!values.equals("-")) {
            source.append("static Object make() { return new " + name + "(" + values + "); } ");
        }
        source.append("} ");
    }

    private String draw(int number) {
        Random random = new Random(number);
        List<Field> was = new ArrayList<>();
        List<Field> is = new ArrayList<>();
        StringBuilder values = new StringBuilder();
        List<String> expected = new ArrayList<>();
        int count = 1 + random.nextInt(10);
        for (int i = 0; i < count; i++) {
            int family = random.nextInt(TYPES.size());
            String type = TYPES.get(family).getFirst();
            int value = random.nextInt(100_000);
            was.add(new Field("f" + i, type, family, ""));
            values.append(i == 0 ? "" : ", ").append(literal(type, value));
            if (random.nextInt(4) == 0) {
                continue;
            }
            List<String> wider = TYPES.get(family);
            String now = random.nextBoolean() ? type : wider.get(random.nextInt(wider.size()));
            boolean renamed = random.nextInt(4) == 0;
            String name = renamed ? "r" + i : "f" + i;
            is.add(new Field(name, now, family, renamed ? "f" + i : ""));
            expected.add(name + "=" + shown(type, now, value) + ";");
        }
        int added = is.isEmpty() ? 1 : random.nextInt(3);
        int style = random.nextInt(4);
        for (int i = 0; i < added; i++) {
            List<String> family = TYPES.get(random.nextInt(TYPES.size()));
            String type = family.get(random.nextInt(family.size()));
            is.add(new Field("n" + i, type, 0, ""));
            boolean initialised = style == 1 || style == 2;
            expected.add(
                    "n"
                            + i
                            + "="
                            + (initialised && zero(type).startsWith("O") ? "null" : zero(type))
                            + ";");
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < is.size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, random);
        List<Field> shuffled = order.stream().map(is::get).toList();
        declare(before, "C" + number, random.nextInt(4), was, values.toString());
        declare(after, "C" + number, style, shuffled, "-");
        return String.join("", order.stream().map(expected::get).toList());
    }

    @Test
    void shouldReadClassesThatHaveChangedInSeveralWaysAtOnce() {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < CLASSES; i++) {
            expected.add(draw(i));
        }
        Compiled there = Compiled.of(before + "record N(int v) {}");
        Compiled here = Compiled.of(after + "record N(String w, long v) {}");
        for (int i = 0; i < CLASSES; i++) {
            Object value = there.call("C" + i, "make");
            assertThat(RoundTrip.evolved(there, here, value))
                    .as("class %d", i)
                    .hasToString(expected.get(i));
        }
    }
}
