package dev.millstream.types.evolution;

import dev.millstream.types.Schema;
import dev.millstream.types.Schema.Kind;
import dev.millstream.types.Schema.Member;
import dev.millstream.types.Schema.TypeNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether the serializer of a type as it is now reads what was written of another, as it is. */
final class SameForm {
    private final Schema written;
    private final Schema now;
    // Those that are being looked at, or were found to be the same, as far as they go.
    private final Set<Step.Pair> assumed = new HashSet<>();
    private int depth;

    private SameForm(Schema written, Schema now) {
        this.written = written;
        this.now = now;
    }

    static boolean of(Schema written, Schema now, Step.Pair pair) {
        return new SameForm(written, now).isSame(pair.written(), pair.now());
    }

    private boolean isSame(int writtenType, int nowType) {
        if (!assumed.add(new Step.Pair(writtenType, nowType))) {
            return true;
        }
        if (depth == Comparison.MAX_DEPTH) {
            return false;
        }
        depth++;
        boolean same = isSame(written.types().get(writtenType), now.types().get(nowType));
        depth--;
        return same;
    }

    private boolean isSame(TypeNode from, TypeNode to) {
        return switch (to.kind()) {
            case LEAF -> from.kind() == Kind.LEAF && from.name().equals(to.name());
            case FOREIGN ->
                    from.kind() == Kind.FOREIGN
                            && from.name().equals(to.name())
                            && names(from).equals(names(to));
            case DYNAMIC -> from.kind() == Kind.DYNAMIC;
            case RECORD, POJO ->
                    (from.kind() == Kind.RECORD || from.kind() == Kind.POJO)
                            && TypeNames.isSame(from, to)
                            && areMembersSame(from, to, true);
            case ENUM ->
                    from.kind() == Kind.ENUM
                            && TypeNames.isSame(from, to)
                            && names(to).containsAll(names(from));
            case SEALED ->
                    from.kind() == Kind.SEALED
                            && TypeNames.isSame(from, to)
                            && areSubtypesSame(from, to);
            case OPEN ->
                    from.kind() == Kind.OPEN
                            && TypeNames.isSame(from, to)
                            && areMembersSame(from, to, false);
            case OPTIONAL -> from.kind() == Kind.OPTIONAL && areMembersSame(from, to, false);
            case ARRAY, LIST, SET, QUEUE, MAP ->
                    Containers.isReadAs(from, to) && areMembersSame(from, to, false);
        };
    }

    private boolean areMembersSame(TypeNode from, TypeNode to, boolean namesCount) {
        List<Member> before = from.members();
        List<Member> after = to.members();
        if (before.size() != after.size()) {
            return false;
        }
        for (int i = 0; i < before.size(); i++) {
            if ((namesCount && !before.get(i).name().equals(after.get(i).name()))
                    || !isSame(before.get(i).type(), after.get(i).type())) {
                return false;
            }
        }
        return true;
    }

    private boolean areSubtypesSame(TypeNode from, TypeNode to) {
        for (Member before : from.members()) {
            boolean found = false;
            for (Member after : to.members()) {
                found |= after.id() == before.id() && isSame(before.type(), after.type());
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }

    private static Set<String> names(TypeNode type) {
        Set<String> names = new HashSet<>();
        type.members().forEach(member -> names.add(member.name()));
        return names;
    }
}
