package dev.millstream.engine.window.general;

import dev.millstream.streaming.api.windowing.assigners.MergingWindowAssigner;
import dev.millstream.streaming.api.windowing.windows.Window;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out which windows of a key a new one is to be merged with. */
final class MergingWindows {
    private final MergingWindowAssigner<Object, Window> assigner;

    MergingWindows(MergingWindowAssigner<Object, Window> assigner) {
        this.assigner = assigner;
    }

    /**
     * Windows that are to become one.
     *
     * @param result the one
     * @param existing those of the key that vanish
     */
    record Merge(Window result, List<WindowEntry> existing) {}

    /** What comes of a window that a key is to have; null: it stays as it is. */
    @Nullable Merge mergeOf(KeyEntry key, Window added) {
        Set<Window> all = new LinkedHashSet<>(key.windows.keySet());
        all.add(added);
        List<Merge> found = new ArrayList<>(1);
        assigner.mergeWindows(
                all,
                (merged, result) -> {
                    if (merged.contains(added)) {
                        List<WindowEntry> existing = new ArrayList<>();
                        for (Window window : merged) {
                            WindowEntry entry = key.windows.get(window);
                            if (entry != null && !window.equals(result)) {
                                existing.add(entry);
                            }
                        }
                        found.add(new Merge(result, existing));
                    }
                });
        return found.isEmpty() ? null : found.getFirst();
    }
}
