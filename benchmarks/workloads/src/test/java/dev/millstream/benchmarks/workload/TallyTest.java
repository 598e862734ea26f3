package dev.millstream.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TallyTest {
    @Test
    void shouldNotDependOnTheOrder() {
        assertThat(tally(1, 2, 3)).isEqualTo(tally(3, 1, 2));
    }

    @Test
    void shouldTellResultsApart() {
        assertThat(tally(Fingerprints.update(1, 10), Fingerprints.update(2, 20)))
                .isNotEqualTo(tally(Fingerprints.update(1, 20), Fingerprints.update(2, 10)))
                .isNotEqualTo(tally(Fingerprints.update(1, 10)))
                .isNotEqualTo(
                        tally(
                                Fingerprints.update(1, 10),
                                Fingerprints.update(2, 20),
                                Fingerprints.update(2, 20)));
    }

    @Test
    void shouldAddUpWhatSeveralHaveLeft(@TempDir Path folder) throws IOException {
        tally(1, 2).save(folder);
        tally(-3).save(folder);
        assertThat(Tally.load(folder)).isEqualTo(tally(-3, 2, 1));
    }

    private static Tally tally(long... fingerprints) {
        Tally tally = new Tally();
        for (long fingerprint : fingerprints) {
            tally.add(fingerprint);
        }
        return tally;
    }
}
