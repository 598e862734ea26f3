package dev.millstream.types.key;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyGroupsTest {
    @Test
    void shouldGiveEverySubtaskAContiguousRange() {
        for (int max = 1; max <= 130; max++) {
            for (int parallelism = 1; parallelism <= max; parallelism++) {
                int group = 0;
                for (int subtask = 0; subtask < parallelism; subtask++) {
                    assertThat(KeyGroups.firstGroup(subtask, max, parallelism)).isEqualTo(group);
                    int before = group;
                    while (group < max && KeyGroups.subtask(group, max, parallelism) == subtask) {
                        group++;
                    }
                    assertThat(group).isGreaterThan(before);
                    assertThat(group - before).isLessThanOrEqualTo(max / parallelism + 1);
                }
                assertThat(group).isEqualTo(max);
            }
        }
    }

    @Test
    void shouldAssignGroupsWithinTheMaximum() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(KeyGroups.assign("key" + i, 7)).isBetween(0, 6);
        }
        assertThat(KeyGroups.assign("key", 1)).isZero();
    }
}
