package dev.millstream.types.evolution;

import dev.millstream.types.Schema;
import dev.millstream.types.Schema.TypeNode;
import java.util.List;

/** Names of types: for people, and for finding out whether one was renamed. */
final class TypeNames {
    private static final List<String> PRIMITIVES =
            List.of("Zboolean", "Bbyte", "Sshort", "Cchar", "Iint", "Jlong", "Ffloat", "Ddouble");

    private TypeNames() {}

    /** Such as {@code java.util.ArrayList<java.lang.String>} or {@code record Order}. */
    static String of(Schema schema, int type) {
        return of(schema, type, 3);
    }

    private static String of(Schema schema, int type, int levels) {
        TypeNode node = schema.types().get(type);
        return switch (node.kind()) {
            case LEAF, DYNAMIC -> plain(node.name());
            case RECORD -> "record " + node.name();
            case POJO, OPEN -> "class " + node.name();
            case ENUM -> "enum " + node.name();
            case SEALED -> "sealed type " + node.name();
            case FOREIGN ->
                    node.name()
                            + " (as "
                            + (node.members().isEmpty() ? "" : node.members().getFirst().name())
                            + " writes it)";
            case ARRAY, LIST, SET, QUEUE, MAP, OPTIONAL -> {
                if (levels == 0 || node.members().isEmpty()) {
                    yield plain(node.name());
                }
                StringBuilder text = new StringBuilder();
                for (Schema.Member member : node.members()) {
                    text.append(text.isEmpty() ? "" : ", ")
                            .append(of(schema, member.type(), levels - 1));
                }
                yield node.kind() == Schema.Kind.ARRAY
                        ? text + "[]"
                        : node.name() + "<" + text + ">";
            }
        };
    }

    private static String plain(String name) {
        if (name.startsWith("[L") && name.endsWith(";")) {
            return name.substring(2, name.length() - 1) + "[]";
        }
        for (String primitive : PRIMITIVES) {
            if (name.equals("[" + primitive.charAt(0))) {
                return primitive.substring(1) + "[]";
            }
        }
        return name;
    }

    /** Whether a written class is the one here, by its name or a former one. */
    static boolean isSame(TypeNode written, TypeNode now) {
        if (written.name().equals(now.name())) {
            return true;
        }
        for (String former : now.formerNames()) {
            if (written.name().equals(former)
                    || written.name().equals(packageOf(now.name()) + former)
                    || written.name().equals(outerOf(now.name()) + former)) {
                return true;
            }
        }
        return false;
    }

    private static String packageOf(String name) {
        return name.substring(0, name.lastIndexOf('.') + 1);
    }

    private static String outerOf(String name) {
        return name.substring(0, Math.max(name.lastIndexOf('$'), name.lastIndexOf('.')) + 1);
    }
}
