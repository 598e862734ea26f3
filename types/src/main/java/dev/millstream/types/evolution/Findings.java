package dev.millstream.types.evolution;

import dev.millstream.types.Schema;
import dev.millstream.types.Schema.Kind;
import dev.millstream.types.Schema.TypeNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What was found to have changed, in words: class, field, both types, and what follows or helps.
 */
final class Findings {
    // Enough to act on; foreign schemas may have many thousands.
    private static final int MAX = 50;

    private final Schema written;
    private final Schema now;
    private final List<String> changes = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    Findings(Schema written, Schema now) {
        this.written = written;
        this.now = now;
    }

    Compatibility compatibility() {
        if (!problems.isEmpty()) {
            return new Compatibility.Incompatible(problems);
        }
        return changes.isEmpty()
                ? new Compatibility.AsIs()
                : new Compatibility.AfterMigration(changes);
    }

    private static void add(List<String> list, String text) {
        if (list.size() < MAX) {
            list.add(text);
        }
    }

    private String was(Step.Pair pair) {
        return "was "
                + TypeNames.of(written, pair.written())
                + " when it was written and is "
                + TypeNames.of(now, pair.now())
                + " now";
    }

    void converted(String path, Step.Pair pair) {
        boolean mayMiss =
                !LeafConversions.isPrimitive(written.types().get(pair.written()).name())
                        && LeafConversions.isPrimitive(now.types().get(pair.now()).name());
        add(changes, path + " " + was(pair) + (mayMiss ? ": reading fails where it is null" : ""));
    }

    void finalityChanged(String path, Step.Pair pair) {
        add(changes, path + " " + was(pair) + ", with or without subclasses");
    }

    void removed(String owner, String field) {
        add(changes, owner + "." + field + " is gone: its values are dropped");
    }

    void added(String owner, TypeNode type, String field) {
        add(
                changes,
                owner
                        + "."
                        + field
                        + " is new: "
                        + (type.kind() == Kind.RECORD
                                ? "0, false, null or an empty Optional"
                                : "what the constructor gives it, else 0, false or null"));
    }

    void renamed(String owner, String before, String after) {
        add(changes, owner + "." + before + " is called " + after + " now");
    }

    void reordered(String owner) {
        add(changes, "The fields of " + owner + " come in another order");
    }

    void constantRemoved(String type, String constant) {
        add(
                problems,
                "enum "
                        + type
                        + " had a constant "
                        + constant
                        + " when it was written and has none now: keep it, or put @RenamedFrom(\""
                        + constant
                        + "\") on the constant that takes its place");
    }

    void subtypeRemoved(String type, String subtype) {
        add(
                problems,
                "sealed type "
                        + type
                        + " had a subtype "
                        + subtype
                        + " when it was written and has none now: keep the class, or put"
                        + " @RenamedFrom(\""
                        + subtype
                        + "\") on the one that takes its place");
    }

    void tooDeep(String path) {
        add(
                problems,
                "The types at "
                        + path.substring(0, Math.min(200, path.length()))
                        + "... are nested too deeply");
    }

    void incompatible(String path, Step.Pair pair) {
        TypeNode from = written.types().get(pair.written());
        TypeNode to = now.types().get(pair.now());
        add(problems, path + " " + was(pair) + ": " + advice(from, to));
    }

    private static String advice(TypeNode from, TypeNode to) {
        if (from.kind() == Kind.FOREIGN || to.kind() == Kind.FOREIGN) {
            return "register the serializer that has written it, or give the field another name";
        }
        if (isClass(from) && isClass(to)) {
            return "if the class was renamed, put @RenamedFrom(\""
                    + from.name()
                    + "\") on it; else give the field another name";
        }
        if (from.kind() == Kind.LEAF && to.kind() == Kind.LEAF) {
            return "numbers can only be widened, without loss; change the type back, or give the"
                    + " field another name";
        }
        return "change the type back, or give the field another name (its old values are then"
                + " dropped)";
    }

    private static boolean isClass(TypeNode type) {
        return switch (type.kind()) {
            case RECORD, POJO, ENUM, SEALED, OPEN -> true;
            case LEAF, DYNAMIC, ARRAY, LIST, SET, MAP, QUEUE, OPTIONAL, FOREIGN -> false;
        };
    }
}
