package dev.millstream.jobmanager.leader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.jobmanager.fixture.ManualPlatform;
import dev.millstream.jobmanager.store.DurableFolder;
import dev.millstream.platform.block.CorruptBlockException;
import dev.millstream.platform.file.WritableFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DurableLeaderElectionTest {
    private final ManualPlatform platform = new ManualPlatform();
    private final List<Long> granted = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();

    @Test
    void shouldRiseEvenIfTheClockStandsStill() {
        contend();
        contend();
        contend();

        assertThat(granted).hasSize(3).isSorted().doesNotHaveDuplicates();
        assertThat(failures).isEmpty();
    }

    @Test
    void shouldRiseWithTheClockToo() {
        contend();
        platform.advance(60_000);
        contend();

        assertThat(granted.get(1) - granted.get(0)).isEqualTo(60_000);
    }

    @Test
    void shouldNotLeadWhenTheFileIsDamaged() throws IOException {
        try (WritableFile file = platform.files().create("/jm/epoch")) {
            file.write(new byte[] {1, 2, 3}, 0, 3);
        }

        contend();

        assertThat(granted).isEmpty();
        assertThat(failures)
                .singleElement()
                .isInstanceOf(CorruptBlockException.class)
                .asString()
                .contains("/jm/epoch");
    }

    private void contend() {
        var _ =
                new DurableLeaderElection(platform, new DurableFolder(platform, "/jm"))
                        .contend(
                                new LeaderContender() {
                                    @Override
                                    public void granted(long leader) {
                                        granted.add(leader);
                                    }

                                    @Override
                                    public void revoked() {}

                                    @Override
                                    public void failed(Throwable cause) {
                                        failures.add(cause);
                                    }
                                });
        platform.runAll();
    }
}
