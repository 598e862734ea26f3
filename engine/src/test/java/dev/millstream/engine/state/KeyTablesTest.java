package dev.millstream.engine.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.types.key.KeyGroups;
import dev.millstream.types.key.StableHash;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeyTablesTest {
    @Test
    void shouldKeepWhatAMapKeeps() {
        Random random = new Random(42);
        KeyTable table = new KeyTable();
        Map<String, Integer> expected = new HashMap<>();
        for (int step = 0; step < 20_000; step++) {
            String key = "k" + random.nextInt(3_000);
            // Few hashes, so that they collide.
            int hash = key.hashCode() % 500;
            int index = table.find(key, hash);
            assertThat(index >= 0).isEqualTo(expected.containsKey(key));
            if (index < 0) {
                table.add(key, hash, step);
            } else {
                assertThat(table.value(index)).isEqualTo(expected.get(key));
                table.set(index, step);
            }
            expected.put(key, step);
        }

        assertThat(table.size()).isEqualTo(expected.size());
        for (int index = 0; index < table.size(); index++) {
            assertThat(table.value(index)).isEqualTo(expected.get(table.key(index)));
        }
    }

    @Test
    void shouldKeepTheOrderInWhichKeysWereAdded() {
        KeyTable table = new KeyTable();
        for (int key = 0; key < 100; key++) {
            table.add(key, key * 31, "v" + key);
        }

        for (int index = 0; index < 100; index++) {
            assertThat(table.key(index)).isEqualTo(index);
        }
    }

    @Test
    void shouldFindEveryKeyInTheSubtaskItIsSentTo() {
        for (int parallelism = 1; parallelism <= 7; parallelism++) {
            for (int key = 0; key < 300; key++) {
                int hash = StableHash.hash("key " + key);
                int subtask = KeyGroups.subtask(KeyGroups.ofHash(hash, 128), 128, parallelism);
                KeyGroupRange range = KeyGroupRange.of(subtask, parallelism, 128);

                assertThat(range.indexOf("key " + key, hash)).isBetween(0, range.count() - 1);
            }
        }
    }

    @Test
    void shouldRefuseAKeyOfAnotherSubtaskNamingItsClass() {
        KeyGroupRange range = KeyGroupRange.of(0, 2, 128);

        assertThatThrownBy(() -> range.indexOf("x", 127))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("java.lang.String")
                .hasMessageContaining("key group 127")
                .hasMessageContaining("0 to 63");
    }
}
