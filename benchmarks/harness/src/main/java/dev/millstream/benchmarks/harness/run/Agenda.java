package dev.millstream.benchmarks.harness.run;

import dev.millstream.benchmarks.harness.contestant.Contestant;
import dev.millstream.benchmarks.harness.result.Results;
import dev.millstream.benchmarks.workload.Workload;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is to be measured, in which order, and how long that may still take. */
final class Agenda {
    private static final double START_S = 5;
    private static final double RUNS_BESIDE = 0.8;
    private static final double STARTS_S = 15;

    private final List<Turn> turns = new ArrayList<>();
    private final Map<String, Double> tookS = new HashMap<>();
    private final double seconds;
    private int done;

    /**
     * Rounds in which contestants of a workload take turns, each round begun by another one; but
     * for those rounds of a workload that were measured as a whole before.
     */
    Agenda(Settings settings) {
        this.seconds = settings.seconds();
        Results earlier = new Results(settings.earlier());
        for (int round = 1; round <= settings.rounds(); round++) {
            for (Map.Entry<Workload, List<Contestant>> entry : settings.contestants().entrySet()) {
                List<String> names = entry.getValue().stream().map(Contestant::name).toList();
                if (!earlier.hasRound(entry.getKey().name(), round, names)) {
                    add(round, entry.getKey(), entry.getValue());
                }
            }
        }
    }

    private void add(int round, Workload workload, List<Contestant> contestants) {
        List<Contestant> turn = new ArrayList<>(contestants);
        Collections.rotate(turn, 1 - round);
        turn.forEach(contestant -> turns.add(new Turn(round, workload, contestant)));
    }

    /** All of them, in order. */
    List<Turn> turns() {
        return Collections.unmodifiableList(turns);
    }

    /** The next one is done. */
    void did(double inSeconds) {
        tookS.put(turns.get(done).kind(), inSeconds);
        done++;
    }

    /** How long those that are not done will take: as long as the last time, or a guess. */
    double remainingS() {
        return turns.subList(done, turns.size()).stream()
                .mapToDouble(turn -> tookS.getOrDefault(turn.kind(), guessS(turn)))
                .sum();
    }

    private double guessS(Turn turn) {
        return switch (turn.workload().kind()) {
            case START -> STARTS_S;
            case LATENCY, THROUGHPUT -> START_S + seconds * (1 + RUNS_BESIDE);
        };
    }

    /** Where it stands, in words. */
    String position() {
        return (done + 1)
                + " of "
                + turns.size()
                + ", about "
                + Math.round(Math.ceil(remainingS() / 60))
                + " min left";
    }
}
