package dev.millstream.engine.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupTableTest {
    private static final int KEYS = 20_000;
    private static final int TOGETHER = 100;

    /** Hashes of all bits, of few values, and all the same above the lowest bits. */
    @ParameterizedTest
    @ValueSource(ints = {-1, 0x3F, 0x1F000000})
    void shouldFindEachKeyByItselfAndTogetherWithOthers(int hashBits) {
        Random random = new Random(hashBits);
        int keys = hashBits == -1 ? KEYS : KEYS / 20;
        GroupTable table = new GroupTable();
        Map<Object, Integer> expected = new LinkedHashMap<>();
        Object[] asked = new Object[TOGETHER];
        int[] hashes = new int[TOGETHER];
        int[] indices = new int[TOGETHER];

        for (int round = 0; round < keys / 20; round++) {
            for (int i = 0; i < TOGETHER; i++) {
                asked[i] = key(random.nextInt(keys));
                hashes[i] = hash(asked[i], hashBits);
            }
            table.find(asked, hashes, TOGETHER, indices);
            for (int i = 0; i < TOGETHER; i++) {
                int before = table.find(asked[i], hashes[i]);
                assertThat(before).isEqualTo(expected.getOrDefault(asked[i], -1));
                assertThat(indices[i]).isIn(-1, before);
                if (before < 0) {
                    int index = table.add(asked[i], hashes[i], "of " + asked[i], i);
                    assertThat(index).isEqualTo(expected.size());
                    expected.put(asked[i], index);
                }
            }
        }

        assertThat(table.size()).isEqualTo(expected.size());
        expected.forEach((key, index) -> {
            assertThat(table.find(key, hash(key, hashBits))).isEqualTo(index);
            assertThat(table.kept(index)).isEqualTo("of " + key);
        });
    }

    /** Most keys are found together: else there would be no use in it. */
    @ParameterizedTest
    @ValueSource(ints = {10, 1_000})
    void shouldFindKeysThatDifferTogether(int keys) {
        GroupTable table = new GroupTable();
        Object[] asked = new Object[keys];
        int[] hashes = new int[keys];
        int[] indices = new int[keys];
        for (int i = 0; i < keys; i++) {
            asked[i] = key(i);
            hashes[i] = hash(asked[i], -1);
            table.add(asked[i], hashes[i], "kept", i);
        }

        table.find(asked, hashes, keys, indices);

        int found = 0;
        for (int index : indices) {
            found += index >= 0 ? 1 : 0;
        }
        assertThat(found).isGreaterThan(keys * 9 / 10);
    }

    private static Object key(int number) {
        return number % 2 == 0 ? "key " + number : (Object) number;
    }

    private static int hash(Object key, int bits) {
        return (key.hashCode() * 0x85EBCA6B) & bits;
    }
}
