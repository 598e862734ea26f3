package dev.millstream.types.evolution;

import dev.millstream.types.Schema;
import dev.millstream.types.Schema.Kind;
import dev.millstream.types.Schema.Member;
import dev.millstream.types.Schema.TypeNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Goes through two schemas at once and finds for each written type how it becomes what it is now.
 * Looks at nothing but the schemas. For one thread.
 */
final class Comparison {
    // Deeper than classes refer to each other; keeps foreign schemas from exhausting the stack.
    static final int MAX_DEPTH = 500;

    private final Schema written;
    private final Schema now;
    private final Findings findings;
    private final Map<Step.Pair, Step> steps = new HashMap<>();
    private final Set<Step.Pair> started = new HashSet<>();
    private int depth;

    private Comparison(Schema written, Schema now) {
        this.written = written;
        this.now = now;
        this.findings = new Findings(written, now);
    }

    static Comparison of(Schema written, Schema now) {
        Comparison comparison = new Comparison(written, now);
        comparison.compare(new Step.Pair(0, 0), simple(now.className()));
        return comparison;
    }

    Findings findings() {
        return findings;
    }

    /** How a written type becomes what it is now; only of what can be read. */
    Step step(Step.Pair pair) {
        Step step = steps.get(pair);
        if (step == null) {
            throw new IllegalStateException(pair + " was found to be unreadable");
        }
        return step;
    }

    private void compare(Step.Pair pair, String path) {
        if (!started.add(pair)) {
            return;
        }
        if (++depth > MAX_DEPTH) {
            findings.tooDeep(path);
        } else if (SameForm.of(written, now, pair)) {
            steps.put(pair, new Step.AsIs());
        } else {
            compareDifferent(pair, path);
        }
        depth--;
    }

    private void compareDifferent(Step.Pair pair, String path) {
        TypeNode from = written.types().get(pair.written());
        TypeNode to = now.types().get(pair.now());
        if (isComposite(from) && isComposite(to) && TypeNames.isSame(from, to)) {
            steps.put(pair, fields(from, to));
        } else if (from.kind() == Kind.LEAF
                && to.kind() == Kind.LEAF
                && LeafConversions.between(from.name(), to.name()) != null) {
            findings.converted(path, pair);
            steps.put(pair, new Step.Converted(from.name(), to.name()));
        } else if (from.kind() == Kind.ENUM
                && to.kind() == Kind.ENUM
                && TypeNames.isSame(from, to)) {
            steps.put(pair, constants(from, to));
        } else if (from.kind() == Kind.SEALED
                && to.kind() == Kind.SEALED
                && TypeNames.isSame(from, to)) {
            steps.put(pair, subtypes(from, to, path));
        } else if (Containers.isReadAs(from, to)) {
            steps.put(pair, parts(from, to, path));
        } else {
            compareForms(pair, path);
        }
    }

    // One is wrapped in something, or the other is.
    private void compareForms(Step.Pair pair, String path) {
        TypeNode from = written.types().get(pair.written());
        TypeNode to = now.types().get(pair.now());
        if (from.kind() == Kind.OPEN && to.kind() == Kind.OPEN && TypeNames.isSame(from, to)) {
            other(pair, only(from), only(to), Step.Way.WAS_OPEN, path);
        } else if (from.kind() == Kind.OPEN && isComposite(to) && TypeNames.isSame(from, to)) {
            other(pair, only(from), pair.now(), Step.Way.WAS_OPEN, path);
        } else if (isComposite(from) && to.kind() == Kind.OPEN && TypeNames.isSame(from, to)) {
            other(pair, pair.written(), only(to), Step.Way.AS_SUCH, path);
        } else if (to.kind() == Kind.OPTIONAL && from.kind() != Kind.OPTIONAL) {
            other(pair, pair.written(), only(to), Step.Way.INTO_OPTIONAL, path);
        } else if (from.kind() == Kind.OPTIONAL && to.kind() != Kind.OPTIONAL) {
            other(pair, only(from), pair.now(), Step.Way.OUT_OF_OPTIONAL, path);
        } else if (to.kind() == Kind.SEALED && isComposite(from)) {
            subtype(pair, from, to, path);
        } else {
            findings.incompatible(path, pair);
        }
    }

    private static int only(TypeNode type) {
        return type.members().isEmpty() ? 0 : type.members().getFirst().type();
    }

    private static boolean isComposite(TypeNode type) {
        return type.kind() == Kind.RECORD || type.kind() == Kind.POJO;
    }

    private void other(Step.Pair pair, int writtenType, int nowType, Step.Way way, String path) {
        Step.Pair inner = new Step.Pair(writtenType, nowType);
        if (inner.equals(pair)) {
            findings.incompatible(path, pair);
            return;
        }
        if (way == Step.Way.INTO_OPTIONAL || way == Step.Way.OUT_OF_OPTIONAL) {
            findings.converted(path, pair);
        } else {
            findings.finalityChanged(path, pair);
        }
        compare(inner, path);
        steps.put(pair, new Step.Other(inner, way));
    }

    // A class that has become one of the subtypes of a sealed type.
    private void subtype(Step.Pair pair, TypeNode from, TypeNode to, String path) {
        for (Member option : to.members()) {
            if (TypeNames.isSame(from, now.types().get(option.type()))) {
                other(pair, pair.written(), option.type(), Step.Way.AS_SUCH, path);
                return;
            }
        }
        findings.incompatible(path, pair);
    }

    private Step fields(TypeNode from, TypeNode to) {
        String owner = simple(to.name());
        int[] sources = FieldNames.match(from, to);
        List<Step.Field> fields = new ArrayList<>();
        for (int i = 0; i < from.members().size(); i++) {
            Member before = from.members().get(i);
            int target = indexOf(sources, i);
            if (target < 0) {
                findings.removed(owner, before.name());
                fields.add(new Step.Field(before.name(), before.type(), -1, -1));
                continue;
            }
            Member after = to.members().get(target);
            if (!after.name().equals(before.name())) {
                findings.renamed(owner, before.name(), after.name());
            }
            compare(new Step.Pair(before.type(), after.type()), owner + "." + after.name());
            fields.add(new Step.Field(before.name(), before.type(), target, after.type()));
        }
        for (int i = 0; i < sources.length; i++) {
            if (sources[i] < 0) {
                findings.added(owner, to, to.members().get(i).name());
            }
        }
        if (!FieldNames.isOrderKept(sources)) {
            findings.reordered(owner);
        }
        return new Step.Fields(fields);
    }

    private static int indexOf(int[] sources, int index) {
        for (int i = 0; i < sources.length; i++) {
            if (sources[i] == index) {
                return i;
            }
        }
        return -1;
    }

    private Step constants(TypeNode from, TypeNode to) {
        int[] sources = FieldNames.match(from, to);
        Map<String, String> renamed = new HashMap<>();
        for (int i = 0; i < from.members().size(); i++) {
            String before = from.members().get(i).name();
            int target = indexOf(sources, i);
            if (target < 0) {
                findings.constantRemoved(to.name(), before);
            } else if (!to.members().get(target).name().equals(before)) {
                renamed.put(before, to.members().get(target).name());
                findings.renamed(simple(to.name()), before, to.members().get(target).name());
            }
        }
        return new Step.Constants(renamed);
    }

    private Step subtypes(TypeNode from, TypeNode to, String path) {
        Map<Integer, Step.Pair> byTag = new HashMap<>();
        for (Member before : from.members()) {
            Member after = subtype(before, to);
            if (after == null) {
                findings.subtypeRemoved(to.name(), before.name());
            } else {
                Step.Pair pair = new Step.Pair(before.type(), after.type());
                byTag.put(before.id(), pair);
                compare(pair, path + "(" + simple(after.name()) + ")");
            }
        }
        return new Step.Subtypes(byTag);
    }

    private @Nullable Member subtype(Member before, TypeNode to) {
        for (Member after : to.members()) {
            if (after.id() == before.id()
                    || TypeNames.isSame(
                            written.types().get(before.type()), now.types().get(after.type()))) {
                return after;
            }
        }
        return null;
    }

    private Step parts(TypeNode from, TypeNode to, String path) {
        List<Step.Pair> parts = new ArrayList<>();
        for (int i = 0; i < from.members().size(); i++) {
            Step.Pair part =
                    new Step.Pair(from.members().get(i).type(), to.members().get(i).type());
            String suffix = to.kind() == Kind.MAP ? "." + to.members().get(i).name() : "[]";
            compare(part, path + suffix);
            parts.add(part);
        }
        return new Step.Parts(parts);
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
