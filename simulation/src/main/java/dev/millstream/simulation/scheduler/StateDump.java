package dev.millstream.simulation.scheduler;

import java.util.List;

/** The state of a run as text: what everyone waits for, and what happened last. */
final class StateDump {
    private static final int MAX_PLANNED = 40;

    private StateDump() {}

    static String of(
            String problem,
            Scheduler scheduler,
            List<Actor> actors,
            List<ScheduledEvent> planned,
            List<String> last) {
        StringBuilder text = new StringBuilder(problem).append('\n');
        text.append(
                "At %.6f ms of virtual time, after %d events, trace hash %016x, %s%n"
                        .formatted(
                                scheduler.nowNs() / 1e6,
                                scheduler.progress(),
                                scheduler.traceHash(),
                                scheduler.settings()));
        text.append("Who exists:\n");
        for (Actor actor : actors) {
            text.append(
                    "  %s%s since %.6f ms: %s%n"
                            .formatted(
                                    actor.name(),
                                    actor.ready ? " (ready)" : "",
                                    actor.waitingSinceNs / 1e6,
                                    actor.describe()));
        }
        text.append("What is planned:\n");
        planned.stream()
                .limit(MAX_PLANNED)
                .forEach(event ->
                        text.append(
                                "  %12.6f ms %s %s%n"
                                        .formatted(event.timeNs / 1e6, event.kind, event.name)));
        text.append("What happened last:\n");
        last.forEach(line -> text.append("  ").append(line).append('\n'));
        return text.toString();
    }
}
