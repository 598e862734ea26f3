package dev.millstream.streaming.api.windowing.assigners;

import dev.millstream.streaming.api.windowing.assigners.MergingWindowAssigner.MergeCallback;
import dev.millstream.streaming.api.windowing.windows.TimeWindow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes one window of all that overlap or touch. */
final class SessionMerge {
    private SessionMerge() {}

    static void merge(Collection<TimeWindow> windows, MergeCallback<TimeWindow> callback) {
        List<TimeWindow> sorted = windows.stream().sorted().toList();
        List<TimeWindow> group = new ArrayList<>();
        TimeWindow covered = null;
        for (TimeWindow window : sorted) {
            if (covered != null && covered.intersects(window)) {
                covered = covered.cover(window);
            } else {
                report(group, covered, callback);
                group.clear();
                covered = window;
            }
            group.add(window);
        }
        report(group, covered, callback);
    }

    private static void report(
            List<TimeWindow> group,
            @Nullable TimeWindow covered,
            MergeCallback<TimeWindow> callback) {
        if (covered != null && group.size() > 1) {
            callback.merge(List.copyOf(group), covered);
        }
    }
}
