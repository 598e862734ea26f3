package dev.millstream.simulation.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.platform.link.Address;
import dev.millstream.simulation.scheduler.SeededRandom;
import dev.millstream.simulation.socket.ServedBytes;
import dev.millstream.simulation.socket.ServedBytes.Then;
import dev.millstream.simulation.socket.Servers;
import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads what a server sends over several connections, each of which ends in its own way. */
public final class ServedLines implements Workload {
    private static final Address SERVER = new Address("server-host", 9_999);

    private final boolean endless;
    private final List<String> expected = new ArrayList<>();

    /**
     * Plans what the server sends.
     *
     * @param endless the last connection stays open, and nothing comes any more
     */
    public ServedLines(SeededRandom random, Servers servers, boolean endless) {
        this.endless = endless;
        int connections = random.between(1, 4);
        for (int connection = 0; connection < connections; connection++) {
            boolean last = connection == connections - 1;
            servers.plan(SERVER, served(random, connection, last));
        }
    }

    private ServedBytes served(SeededRandom random, int connection, boolean last) {
        StringBuilder text = new StringBuilder();
        for (int line = random.between(0, 30); line >= 0; line--) {
            String record = "é" + connection + "/" + line;
            expected.add(record);
            text.append(record).append(random.chance(0.3) ? "\r\n" : "\n");
        }
        Then then = last ? Then.CLOSE : random.pick(List.of(Then.CLOSE, Then.BREAK));
        if (last && endless) {
            then = Then.FALL_SILENT;
        }
        if (then == Then.CLOSE) {
            expected.add("end of " + connection);
            text.append("end of ").append(connection);
        } else {
            text.append("cut off");
        }
        return new ServedBytes(text.toString().getBytes(StandardCharsets.UTF_8), then);
    }

    @Override
    public String name() {
        return "served lines";
    }

    @Override
    public void build(StreamExecutionEnvironment environment) {
        environment
                .socketTextStream(SERVER.host(), SERVER.port(), "\n", endless ? -1 : 2)
                .rebalance()
                .map(line -> line)
                .collectAsync();
    }

    @Override
    public void check(List<Object> collected, boolean batch) {
        assertThat(collected).containsExactlyInAnyOrderElementsOf(expected);
    }
}
