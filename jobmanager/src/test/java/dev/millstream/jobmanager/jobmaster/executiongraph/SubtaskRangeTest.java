package dev.millstream.jobmanager.jobmaster.executiongraph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.graph.job.DistributionPattern;
import org.junit.jupiter.api.Test;

class SubtaskRangeTest {
    @Test
    void shouldFollowTheFormulaForNeighbours() {
        for (int producers = 1; producers <= 13; producers++) {
            for (int consumers = 1; consumers <= 13; consumers++) {
                for (int c = 0; c < consumers; c++) {
                    SubtaskRange range =
                            SubtaskRange.producersOf(
                                    c, consumers, producers, DistributionPattern.POINTWISE);
                    for (int p = 0; p < producers; p++) {
                        boolean overlap =
                                p * consumers < (c + 1) * producers
                                        && c * producers < (p + 1) * consumers;
                        assertThat(p >= range.first() && p <= range.last())
                                .as("producer %s/%s, consumer %s/%s", p, producers, c, consumers)
                                .isEqualTo(overlap);
                    }
                }
            }
        }
    }

    @Test
    void shouldSayTheSameFromBothEnds() {
        for (int producers = 1; producers <= 9; producers++) {
            for (int consumers = 1; consumers <= 9; consumers++) {
                for (int p = 0; p < producers; p++) {
                    SubtaskRange range =
                            SubtaskRange.consumersOf(
                                    p, producers, consumers, DistributionPattern.POINTWISE);
                    for (int c = range.first(); c <= range.last(); c++) {
                        SubtaskRange back =
                                SubtaskRange.producersOf(
                                        c, consumers, producers, DistributionPattern.POINTWISE);
                        assertThat(p).isBetween(back.first(), back.last());
                    }
                }
            }
        }
    }

    @Test
    void shouldConnectEachWithEach() {
        assertThat(SubtaskRange.producersOf(1, 3, 5, DistributionPattern.ALL_TO_ALL))
                .isEqualTo(new SubtaskRange(0, 4));
    }
}
