package dev.millstream.benchmarks.harness.result;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** All samples, and what they say of a workload. */
public final class Results {
    private final List<Sample> samples;

    public Results(List<Sample> samples) {
        this.samples = List.copyOf(samples);
    }

    public List<Sample> samples() {
        return samples;
    }

    /** Names of workloads, as they come. */
    public SequencedSet<String> workloads() {
        SequencedSet<String> names = new LinkedHashSet<>();
        samples.forEach(sample -> names.add(sample.workload()));
        return names;
    }

    /** Names of contestants of a workload, as they come. */
    public SequencedSet<String> contestants(String workload) {
        SequencedSet<String> names = new LinkedHashSet<>();
        samples.stream()
                .filter(sample -> sample.workload().equals(workload))
                .forEach(sample -> names.add(sample.contestant()));
        return names;
    }

    /** Samples of a contestant, one for each round in which it was measured without error. */
    public List<Sample> of(String workload, String contestant) {
        Map<String, Sample> byRound = new LinkedHashMap<>();
        for (Sample sample : samples) {
            if (sample.workload().equals(workload)
                    && sample.contestant().equals(contestant)
                    && !sample.isError()
                    && sample.round() > 0) {
                byRound.put(sample.moment(), sample);
            }
        }
        return List.copyOf(byRound.values());
    }

    /** Where some number of a contestant's lies; empty when there is no sample. */
    public Optional<Spread> spread(
            String workload, String contestant, ToDoubleFunction<Sample> number) {
        List<Double> numbers =
                of(workload, contestant).stream().map(number::applyAsDouble).toList();
        return numbers.isEmpty() ? Optional.empty() : Optional.of(Spread.of(numbers));
    }

    /**
     * One contestant's number over another one's, of the rounds in which both were measured: so
     * what disturbs a machine for a while disturbs both.
     */
    public Optional<Spread> ratio(
            String workload, String contestant, String other, ToDoubleFunction<Sample> number) {
        Map<String, Double> others = new LinkedHashMap<>();
        of(workload, other)
                .forEach(sample -> others.put(sample.moment(), number.applyAsDouble(sample)));
        List<Double> ratios = new ArrayList<>();
        for (Sample sample : of(workload, contestant)) {
            Double below = others.get(sample.moment());
            if (below != null && below != 0) {
                ratios.add(number.applyAsDouble(sample) / below);
            }
        }
        return ratios.isEmpty() ? Optional.empty() : Optional.of(Spread.of(ratios));
    }

    /** Millstream as it is to be compared: the first of its contestants. */
    public Optional<String> ours(String workload) {
        return contestants(workload).stream()
                .filter(name -> name.startsWith("millstream"))
                .findFirst();
    }

    /**
     * The one of Millstream's contestants that another one is compared with: that with encrypted
     * links if the other's are.
     */
    public Optional<String> counterpart(String workload, String contestant) {
        return contestants(workload).stream()
                .filter(name -> name.startsWith("millstream"))
                .filter(name -> contestant.endsWith("tls") == name.endsWith("tls"))
                .findFirst();
    }

    /** Whether every one of some contestants was measured in some call's round of this number. */
    public boolean hasRound(String workload, int round, List<String> names) {
        Map<String, Set<String>> measured = new LinkedHashMap<>();
        for (Sample sample : samples) {
            if (sample.workload().equals(workload)
                    && sample.round() == round
                    && !sample.isError()) {
                measured.computeIfAbsent(sample.series(), _ -> new HashSet<>())
                        .add(sample.contestant());
            }
        }
        return measured.values().stream().anyMatch(all -> all.containsAll(names));
    }

    /** The peer with the highest median rate of a workload. */
    public Optional<String> fastestPeer(String workload) {
        return contestants(workload).stream()
                .filter(name ->
                        of(workload, name).stream().findFirst().map(Sample::peer).orElse(false))
                .max(
                        Comparator.comparingDouble(name ->
                                spread(workload, name, Sample::rate)
                                        .map(Spread::median)
                                        .orElse(0.0)));
    }

    /**
     * The smallest heap, in MB, with which a contestant is nearly as fast, if that was looked for.
     */
    public Optional<Sample> smallestHeap(String workload, String contestant) {
        return samples.stream()
                .filter(sample -> sample.round() == Sample.HEAP_SEARCH && !sample.isError())
                .filter(sample -> sample.workload().equals(workload))
                .filter(sample -> sample.contestant().equals(contestant))
                .reduce((_, later) -> later);
    }

    /** What has failed. */
    public List<Sample> errors() {
        return samples.stream().filter(Sample::isError).toList();
    }
}
