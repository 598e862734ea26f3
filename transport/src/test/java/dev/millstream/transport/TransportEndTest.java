package dev.millstream.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.millstream.configuration.Configuration;
import dev.millstream.platform.link.Address;
import dev.millstream.platform.link.Link;
import dev.millstream.platform.link.LinkException;
import dev.millstream.platform.link.LinkListener;
import dev.millstream.platform.link.Network;
import dev.millstream.transport.identity.Purpose;
import dev.millstream.transport.identity.Role;
import dev.millstream.transport.socket.SocketType;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TransportEndTest {
    private static final Address ANY = new Address("127.0.0.1", 0);

    private static long descriptors() {
        return ((UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getOpenFileDescriptorCount();
    }

    private static List<Thread> linkThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().contains("-links-"))
                .toList();
    }

    private static void useAndClose(SocketType type) {
        Configuration configuration =
                new Configuration()
                        .set(TransportOptions.TYPE, type)
                        .set(TransportOptions.THREADS, 2);
        List<LinkRecorder> recorders = new ArrayList<>();
        try (TestTransports transports = new TestTransports()) {
            NettyTransport server = transports.process(Role.JOB_MANAGER, configuration);
            NettyTransport client = transports.process(Role.TASK_MANAGER, configuration);
            LinkRecorder far = new LinkRecorder();
            recorders.add(far);
            Address address =
                    server.network(Purpose.RPC)
                            .listen(ANY, _ -> far)
                            .orTimeout(30, TimeUnit.SECONDS)
                            .join()
                            .address();
            for (int i = 0; i < 5; i++) {
                LinkRecorder near = new LinkRecorder();
                recorders.add(near);
                client.network(Purpose.RPC)
                        .connect(address, near)
                        .orTimeout(30, TimeUnit.SECONDS)
                        .join()
                        .send(ByteBuffer.allocate(1_000));
            }
        }
        for (LinkRecorder recorder : recorders) {
            assertThat(recorder.closedReason()).contains("the process has ended");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = SocketType.class,
            names = {"EPOLL", "NIO"})
    void shouldLeaveNoThreadAndNoDescriptor(SocketType type) throws InterruptedException {
        useAndClose(type);
        for (Thread thread : linkThreads()) {
            assertThat(thread.join(Duration.ofSeconds(20))).isTrue();
        }
        long before = descriptors();
        for (int i = 0; i < 5; i++) {
            useAndClose(type);
        }
        for (Thread thread : linkThreads()) {
            assertThat(thread.join(Duration.ofSeconds(20))).isTrue();
        }
        assertThat(linkThreads()).isEmpty();
        assertThat(descriptors()).isLessThanOrEqualTo(before);
    }

    @Test
    void shouldOpenNothingAfterItsEnd() {
        try (TestTransports transports = new TestTransports()) {
            NettyTransport transport = transports.process(Role.TASK_MANAGER, new Configuration());
            Network network = transport.network(Purpose.RPC);
            transport.close();
            transport.close();
            assertThatThrownBy(() -> network.connect(new Address("127.0.0.1", 1), none()).join())
                    .hasCauseInstanceOf(LinkException.class)
                    .hasMessageContaining("has ended");
            assertThatThrownBy(() -> network.listen(ANY, _ -> none()).join())
                    .hasCauseInstanceOf(LinkException.class)
                    .hasMessageContaining("has ended");
        }
    }

    @Test
    void shouldRefuseToBeClosedByItsOwnThread() {
        try (TestTransports transports = new TestTransports()) {
            NettyTransport server = transports.process(Role.JOB_MANAGER, new Configuration());
            CompletableFuture<Void> attempt = new CompletableFuture<>();
            Address address =
                    server.network(Purpose.RPC)
                            .listen(
                                    ANY,
                                    _ -> {
                                        try {
                                            server.close();
                                            attempt.complete(null);
                                        } catch (IllegalStateException e) {
                                            attempt.completeExceptionally(e);
                                        }
                                        return none();
                                    })
                            .orTimeout(30, TimeUnit.SECONDS)
                            .join()
                            .address();
            var _ =
                    transports
                            .process(Role.TASK_MANAGER, new Configuration())
                            .network(Purpose.RPC)
                            .connect(address, none());
            assertThatThrownBy(() -> attempt.orTimeout(30, TimeUnit.SECONDS).join())
                    .hasCauseInstanceOf(IllegalStateException.class);
        }
    }

    private static LinkListener none() {
        return new LinkListener() {
            @Override
            public void received(Link link, ByteBuffer frame) {}

            @Override
            public void closed(Link link, String reason) {}
        };
    }
}
