package dev.millstream.benchmarks.plain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.benchmarks.process.Assignment;
import dev.millstream.benchmarks.workload.Events;
import dev.millstream.benchmarks.workload.Fingerprints;
import dev.millstream.benchmarks.workload.Tally;
import dev.millstream.benchmarks.workload.Workload;
import dev.millstream.benchmarks.workload.nexmark.NexmarkEvent;
import dev.millstream.benchmarks.workload.nexmark.NexmarkEvent.Auction;
import dev.millstream.benchmarks.workload.nexmark.NexmarkEvent.Bid;
import dev.millstream.benchmarks.workload.nexmark.NexmarkEvent.Person;
import dev.millstream.benchmarks.workload.nexmark.NexmarkGenerator;
import dev.millstream.benchmarks.workload.nexmark.NexmarkPrints;
import dev.millstream.benchmarks.workload.text.TextFile;
import dev.millstream.benchmarks.workload.text.WordCounts;
import dev.millstream.benchmarks.workload.text.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainEngineTest {
    @TempDir Path folder;

    private Tally run(Workload workload, String variant, long units) throws Exception {
        Path results = Files.createTempDirectory(folder, "results");
        new PlainEngine()
                .program(workload, variant)
                .run(new Assignment(units, folder.resolve("input"), results));
        return workload == Workload.W1 ? WordCounts.load(results).tally() : Tally.load(results);
    }

    @ParameterizedTest
    @EnumSource(
            value = Workload.class,
            names = {"W2", "W3", "W4", "W5", "N0", "N1", "N2", "N5", "N8"})
    void shouldHaveTheSameResultOnOneThreadAndOnTwo(Workload workload) throws Exception {
        Tally one = run(workload, PlainEngine.ONE, 300_000);
        assertThat(run(workload, PlainEngine.TWO, 300_000)).isEqualTo(one);
        assertThat(one.count()).isPositive();
        assertThat(Oracle.of(workload, 300_000, false, folder, folder)).isEqualTo(one);
    }

    @ParameterizedTest
    @ValueSource(strings = {"one", "two", "one-bytes", "two-bytes"})
    void shouldCountWords(String variant) throws Exception {
        List<Path> files = TextFile.ensure(folder.resolve("input"), 1 << 18);
        Map<String, Long> counts = new HashMap<>();
        for (Path file : files) {
            Files.readAllLines(file)
                    .forEach(line -> Words.split(line, word -> counts.merge(word, 1L, Long::sum)));
        }
        Tally expected = new Tally();
        counts.forEach((word, count) -> expected.add(WordCounts.fingerprint(word, count)));
        assertThat(run(Workload.W1, variant, 1)).isEqualTo(expected);
    }

    @Test
    void shouldCountEachCopyOfTheText() throws IOException {
        TextFile.ensure(folder, 1 << 16);
        Tally once = Oracle.of(Workload.W1, 1, false, folder, folder);
        Tally thrice = Oracle.of(Workload.W1, 3, false, folder, folder);
        assertThat(thrice.count()).isEqualTo(once.count());
        assertThat(thrice.checksum()).isNotEqualTo(once.checksum());
    }

    @Test
    void shouldAddUpByKey() throws Exception {
        Map<Long, Long> sums = new HashMap<>();
        Tally expected = new Tally();
        for (long index = 0; index < 50_000; index++) {
            long key = Events.key(index, Events.MANY_KEYS);
            long sum = sums.merge(key, Events.valueOfKey(key), Long::sum);
            expected.add(Fingerprints.update(key, sum));
        }
        assertThat(run(Workload.W2, PlainEngine.ONE, 50_000)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10})
    void shouldCountAndAddUpInWindows(int slices) {
        long count = 2_500_000;
        int keys = slices == 1 ? Events.MANY_KEYS : Events.FEW_KEYS;
        Map<List<Long>, long[]> windows = new HashMap<>();
        for (long index = 0; index < count; index += 50) {
            long second = Events.time(index) / 1_000;
            for (long window = second; window < second + slices; window++) {
                long[] sum =
                        windows.computeIfAbsent(
                                List.of(window, Events.key(index, keys)), _ -> new long[2]);
                sum[0]++;
                sum[1] += Events.value(index);
            }
        }
        Tally expected = new Tally();
        windows.forEach((window, sum) ->
                expected.add(Fingerprints.window(window.getLast(), sum[0], sum[1])));
        assertThat(everyFiftieth(slices, keys, count)).isEqualTo(expected);
    }

    private static Tally everyFiftieth(int slices, int keys, long count) {
        Tally tally = new Tally();
        SlidingWindows windows =
                new SlidingWindows(1_000, slices, tally, new WindowCounts(tally, key -> key));
        for (long index = 0; index < count; index += 50) {
            windows.advance(Events.time(index));
            windows.event(Events.key(index, keys), Events.value(index), Events.time(index));
        }
        windows.end();
        return tally;
    }

    @Test
    void shouldFindTheAuctionsWithTheMostBids() throws Exception {
        long count = 700_000;
        Map<Long, Map<Long, Long>> bids = new HashMap<>();
        for (long index = 0; index < count; index++) {
            if (NexmarkGenerator.event(index) instanceof Bid bid) {
                long slice = bid.time() / 2_000;
                for (long window = slice; window < slice + 5; window++) {
                    bids.computeIfAbsent(window, _ -> new HashMap<>())
                            .merge(bid.auction(), 1L, Long::sum);
                }
            }
        }
        Tally expected = new Tally();
        for (Map<Long, Long> window : bids.values()) {
            long most = window.values().stream().max(Long::compare).orElseThrow();
            window.forEach((auction, number) -> {
                if (number == most) {
                    expected.add(NexmarkPrints.pair(auction, number));
                }
            });
        }
        assertThat(run(Workload.N5, PlainEngine.ONE, count)).isEqualTo(expected);
    }

    @Test
    void shouldFindPeopleWhoSellInTheWindowInWhichTheyCome() throws Exception {
        long count = 1_200_000;
        Map<List<Long>, List<Long>> sales = new HashMap<>();
        List<NexmarkEvent> people = new ArrayList<>();
        for (long index = 0; index < count; index++) {
            NexmarkEvent event = NexmarkGenerator.event(index);
            if (event instanceof Person) {
                people.add(event);
            } else if (event instanceof Auction auction) {
                sales.computeIfAbsent(
                                List.of(auction.time() / 10_000, auction.seller()),
                                _ -> new ArrayList<>())
                        .add(auction.id());
            }
        }
        Tally expected = new Tally();
        for (NexmarkEvent event : people) {
            long id = ((Person) event).id();
            sales.getOrDefault(List.of(event.time() / 10_000, id), List.of())
                    .forEach(auction -> expected.add(NexmarkPrints.pair(id, auction)));
        }
        assertThat(run(Workload.N8, PlainEngine.ONE, count)).isEqualTo(expected);
    }

    @Test
    void shouldKeepRowsWhenATableGrows() {
        LongTable table = new LongTable(1);
        for (long key = 0; key < 100_000; key++) {
            int row = table.row(key * 7);
            table.cells()[row + 1] = key;
        }
        for (long key = 0; key < 100_000; key++) {
            int row = table.row(key * 7);
            assertThat(table.cells()[row + 1]).isEqualTo(key);
        }
    }
}
