package dev.millstream.rpc.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PhiAccrualDetectorTest {
    private static PhiAccrualDetector regular(double threshold, long pauseMs) {
        PhiAccrualDetector detector = new PhiAccrualDetector(threshold, pauseMs, 1_000, 0);
        for (int i = 1; i <= 100; i++) {
            detector.heartbeat(i * 1_000L);
        }
        return detector;
    }

    @Test
    void shouldGiveTheLogarithmOfTheTailOfTheNormalDistribution() {
        // Mean 1000, deviation at its minimum of 100: from tables of the normal distribution.
        PhiAccrualDetector detector = regular(8, 0);
        assertThat(detector.phi(100_000 + 1_000)).isZero();
        assertThat(detector.phi(100_000 + 1_100)).isCloseTo(0.7995, within(0.001));
        assertThat(detector.phi(100_000 + 1_300)).isCloseTo(2.8697, within(0.001));
        assertThat(detector.phi(100_000 + 1_600)).isCloseTo(9.0059, within(0.01));
    }

    @Test
    void shouldGrowWithTheSilenceWithoutEnd() {
        PhiAccrualDetector detector = regular(8, 0);
        double last = 0;
        for (long silenceMs = 1_001; silenceMs < 1_000_000; silenceMs += 997) {
            double phi = detector.phi(100_000 + silenceMs);
            assertThat(phi).isGreaterThan(last).isFinite();
            last = phi;
        }
    }

    @Test
    void shouldSuspectFromTheThresholdOn() {
        PhiAccrualDetector detector = regular(8, 0);
        assertThat(detector.isSuspect(100_000 + 1_500)).isFalse();
        assertThat(detector.isSuspect(100_000 + 1_600)).isTrue();
    }

    @Test
    void shouldAcceptAPause() {
        PhiAccrualDetector detector = regular(8, 5_000);
        assertThat(detector.isSuspect(100_000 + 6_500)).isFalse();
        assertThat(detector.isSuspect(100_000 + 6_600)).isTrue();
    }

    @Test
    void shouldBeMorePatientWithAnIrregularProcess() {
        PhiAccrualDetector irregular = new PhiAccrualDetector(8, 0, 1_000, 0);
        Random random = new Random(1);
        long nowMs = 0;
        for (int i = 0; i < 500; i++) {
            nowMs += 500 + random.nextInt(1_000);
            irregular.heartbeat(nowMs);
        }
        assertThat(irregular.phi(nowMs + 2_000)).isLessThan(regular(8, 0).phi(102_000));
        assertThat(irregular.isSuspect(nowMs + 2_000)).isFalse();
    }

    @Test
    void shouldForgetIntervalsThatAreLongAgo() {
        PhiAccrualDetector detector = regular(8, 0);
        long nowMs = 100_000;
        for (int i = 0; i < 300; i++) {
            nowMs += 100;
            detector.heartbeat(nowMs);
        }
        assertThat(detector.isSuspect(nowMs + 1_000)).isTrue();
    }

    @Test
    void shouldNotLearnFromAPause() {
        PhiAccrualDetector detector = regular(8, 2_000);
        detector.heartbeat(100_000 + 50_000);
        assertThat(detector.phi(150_000 + 1_000)).isZero();
        assertThat(detector.isSuspect(150_000 + 3_600)).isTrue();
        assertThat(detector.silenceMs(150_000 + 3_600)).isEqualTo(3_600);
    }
}
