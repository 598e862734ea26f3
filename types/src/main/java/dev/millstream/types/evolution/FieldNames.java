package dev.millstream.types.evolution;

import dev.millstream.types.Schema.Member;
import dev.millstream.types.Schema.TypeNode;
import java.util.Arrays;
import java.util.List;

/** Finds the members that members were before: by name, then by former names. */
final class FieldNames {
    private FieldNames() {}

    /** For each member of the type as it is now the index of what it was; -1 if it is new. */
    static int[] match(TypeNode from, TypeNode to) {
        int[] sources = new int[to.members().size()];
        boolean[] taken = new boolean[from.members().size()];
        for (int i = 0; i < sources.length; i++) {
            sources[i] = take(List.of(to.members().get(i).name()), from, taken);
        }
        for (int i = 0; i < sources.length; i++) {
            if (sources[i] < 0) {
                sources[i] = take(to.members().get(i).formerNames(), from, taken);
            }
        }
        return sources;
    }

    private static int take(List<String> names, TypeNode from, boolean[] taken) {
        for (String name : names) {
            for (int i = 0; i < taken.length; i++) {
                Member member = from.members().get(i);
                if (!taken[i] && member.name().equals(name)) {
                    taken[i] = true;
                    return i;
                }
            }
        }
        return -1;
    }

    /** Whether what is still there comes in the order in which it came. */
    static boolean isOrderKept(int[] sources) {
        int[] kept = Arrays.stream(sources).filter(source -> source >= 0).toArray();
        int[] sorted = kept.clone();
        Arrays.sort(sorted);
        return Arrays.equals(kept, sorted);
    }
}
