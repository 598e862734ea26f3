package dev.millstream.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.configuration.Configuration;
import dev.millstream.configuration.MemorySize;
import dev.millstream.platform.link.Address;
import dev.millstream.platform.link.Link;
import dev.millstream.platform.link.LinkException;
import dev.millstream.platform.link.LinkListener;
import dev.millstream.platform.link.Listening;
import dev.millstream.platform.link.Network;
import dev.millstream.transport.identity.ClusterToken;
import dev.millstream.transport.identity.ProcessIdentity;
import dev.millstream.transport.identity.Purpose;
import dev.millstream.transport.identity.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NettyTransportTest {
    private static final Address ANY = new Address("127.0.0.1", 0);

    private final Configuration configuration = new Configuration();
    private final TestTransports transports = new TestTransports();

    @AfterEach
    void end() {
        transports.close();
    }

    private static <T> T await(CompletableFuture<T> future) {
        return future.orTimeout(30, TimeUnit.SECONDS).join();
    }

    private static void assertRefused(CompletableFuture<?> attempt, String... parts) {
        assertThatThrownBy(() -> await(attempt))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOf(LinkException.class)
                .hasMessageContainingAll(parts);
    }

    private NettyTransport process(Role role) {
        return transports.process(role, configuration);
    }

    private NettyTransport process(ProcessIdentity identity) {
        return transports.process(identity, configuration);
    }

    @Test
    void shouldShareOnePortAmongItsPurposes() throws InterruptedException {
        NettyTransport server = process(Role.TASK_MANAGER);
        LinkRecorder atRpc = new LinkRecorder();
        LinkRecorder atData = new LinkRecorder();
        Listening rpc = await(server.network(Purpose.RPC).listen(ANY, _ -> atRpc));
        Listening data = await(server.network(Purpose.DATA).listen(ANY, _ -> atData));
        assertThat(data.address()).isEqualTo(rpc.address());
        NettyTransport client = process(Role.TASK_MANAGER);
        for (Purpose purpose : Purpose.values()) {
            Link link = await(client.network(purpose).connect(rpc.address(), new LinkRecorder()));
            link.send(ByteBuffer.wrap(new byte[] {(byte) purpose.wireId()}));
            assertThat(link.remote()).isEqualTo("TASK_MANAGER at " + rpc.address());
        }
        assertThat(atRpc.next()).isEqualTo(ByteBuffer.wrap(new byte[] {1}));
        assertThat(atData.next()).isEqualTo(ByteBuffer.wrap(new byte[] {2}));
        assertThat(server.traffic(Purpose.DATA).framesReceived()).isEqualTo(1);
        assertThat(client.traffic(Purpose.DATA).framesSent()).isEqualTo(1);
        assertThat(client.traffic(Purpose.DATA).bytesSent()).isEqualTo(13);
        assertThat(server.usage().links()).isEqualTo(2);
        assertThat(server.usage().unprovenConnections()).isZero();
    }

    @Test
    void shouldKeepThePortUntilTheLastPurposeLeaves() {
        NettyTransport server = process(Role.TASK_MANAGER);
        Listening rpc = await(server.network(Purpose.RPC).listen(ANY, _ -> new LinkRecorder()));
        Listening data = await(server.network(Purpose.DATA).listen(ANY, _ -> new LinkRecorder()));
        rpc.close();
        NettyTransport client = process(Role.TASK_MANAGER);
        assertRefused(
                client.network(Purpose.RPC).connect(rpc.address(), new LinkRecorder()),
                "nobody listens",
                "RPC",
                rpc.address().toString());
        await(client.network(Purpose.DATA).connect(rpc.address(), new LinkRecorder()));
        data.close();
        assertRefused(
                client.network(Purpose.DATA).connect(rpc.address(), new LinkRecorder()),
                rpc.address().toString());
        Listening again = await(server.network(Purpose.RPC).listen(ANY, _ -> new LinkRecorder()));
        await(client.network(Purpose.RPC).connect(again.address(), new LinkRecorder()));
    }

    @Test
    void shouldRefuseASecondAcceptorOfAPurpose() {
        Network network = process(Role.TASK_MANAGER).network(Purpose.RPC);
        Address address = await(network.listen(ANY, _ -> new LinkRecorder())).address();
        assertRefused(network.listen(address, _ -> new LinkRecorder()), address.toString(), "RPC");
    }

    @Test
    void shouldNameTheOptionWhenAPortIsInUse() {
        Address address =
                await(
                                process(Role.TASK_MANAGER)
                                        .network(Purpose.RPC)
                                        .listen(ANY, _ -> new LinkRecorder()))
                        .address();
        assertRefused(
                process(Role.JOB_MANAGER)
                        .network(Purpose.RPC)
                        .listen(address, _ -> new LinkRecorder()),
                "jobmanager.rpc.port",
                "in use",
                address.toString());
        assertRefused(
                process(Role.TASK_MANAGER)
                        .network(Purpose.RPC)
                        .listen(address, _ -> new LinkRecorder()),
                "taskmanager.rpc.port");
        assertRefused(
                process(Role.TASK_MANAGER)
                        .network(Purpose.RPC)
                        .listen(new Address("127.0.0.1", 70_000), _ -> new LinkRecorder()),
                "taskmanager.rpc.port");
    }

    @Test
    void shouldStayOnThisMachineWithoutEncryption() {
        Network network = process(Role.JOB_MANAGER).network(Purpose.RPC);
        assertRefused(
                network.listen(new Address("0.0.0.0", 0), _ -> new LinkRecorder()),
                "security.ssl.internal.enabled");
        assertRefused(
                network.connect(new Address("192.0.2.1", 6123), new LinkRecorder()),
                "security.ssl.internal.enabled",
                "192.0.2.1:6123");
        configuration.set(TransportOptions.JOB_MANAGER_BIND_HOST, "0.0.0.0");
        assertRefused(
                process(Role.JOB_MANAGER).network(Purpose.RPC).listen(ANY, _ -> new LinkRecorder()),
                "security.ssl.internal.enabled");
    }

    @Test
    void shouldTellOthersTheHostTheyReachAndBindAnother() {
        configuration.set(TransportOptions.JOB_MANAGER_BIND_HOST, "127.0.0.1");
        Listening listening =
                await(
                        process(Role.JOB_MANAGER)
                                .network(Purpose.RPC)
                                .listen(new Address("localhost", 0), _ -> new LinkRecorder()));
        assertThat(listening.address().host()).isEqualTo("localhost");
        await(
                process(Role.TASK_MANAGER)
                        .network(Purpose.RPC)
                        .connect(listening.address(), new LinkRecorder()));
    }

    @Test
    void shouldRefuseStrangersWithTheReason() {
        NettyTransport server = process(Role.TASK_MANAGER);
        LinkListener none = new LinkRecorder();
        Address address =
                await(server.network(Purpose.RPC).listen(ANY, _ -> new LinkRecorder())).address();
        var _ = await(server.network(Purpose.DATA).listen(ANY, _ -> new LinkRecorder()));
        ProcessIdentity otherToken =
                new ProcessIdentity("test", Role.TASK_MANAGER, ClusterToken.random("/some/file"));
        assertRefused(
                process(otherToken).network(Purpose.RPC).connect(address, none),
                "tokens",
                "security.token-file",
                "/some/file",
                address.toString());
        ProcessIdentity otherCluster =
                new ProcessIdentity("other", Role.TASK_MANAGER, TestTransports.TOKEN);
        assertRefused(
                process(otherCluster).network(Purpose.RPC).connect(address, none),
                "'other'",
                "'test'",
                "cluster.id");
        assertRefused(process(Role.CLIENT).network(Purpose.RPC).connect(address, none), "CLIENT");
        assertThat(server.usage().refusedConnections()).isEqualTo(3);
        assertThat(server.usage().links()).isZero();
    }

    @Test
    void shouldGiveUpOnWhoNeverAnswers() throws IOException {
        configuration.set(TransportOptions.CONNECT_TIMEOUT, Duration.ofMillis(200));
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Address address = new Address("127.0.0.1", silent.getLocalPort());
            assertRefused(
                    process(Role.TASK_MANAGER)
                            .network(Purpose.RPC)
                            .connect(address, new LinkRecorder()),
                    "200 ms",
                    "transport.connect.timeout",
                    address.toString());
        }
    }

    @Test
    void shouldSayThatAnotherProtocolIsSpoken() throws IOException {
        try (ServerSocket web = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            CompletableFuture<?> attempt =
                    process(Role.TASK_MANAGER)
                            .network(Purpose.RPC)
                            .connect(
                                    new Address("127.0.0.1", web.getLocalPort()),
                                    new LinkRecorder());
            try (Socket accepted = web.accept()) {
                accepted.getOutputStream()
                        .write("HTTP/1.1 400 Bad Request".getBytes(StandardCharsets.US_ASCII));
                assertRefused(attempt, "HTTP");
            }
        }
    }

    @Test
    void shouldCarryLargeFramesFromAnyMemory() throws InterruptedException {
        LinkRecorder atServer = new LinkRecorder();
        Link link = open(atServer, new LinkRecorder());
        Random random = new Random(1);
        for (int i = 0; i < 4; i++) {
            byte[] bytes = new byte[(5 << 20) + i];
            random.nextBytes(bytes);
            ByteBuffer frame =
                    i % 2 == 0
                            ? ByteBuffer.wrap(bytes)
                            : ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
            link.send(frame);
            assertThat(atServer.next()).isEqualTo(ByteBuffer.wrap(bytes));
        }
    }

    @Test
    void shouldSendMoreThanTheSocketTakesBeforeItCloses() throws InterruptedException {
        LinkRecorder atServer = new LinkRecorder();
        Link link = open(atServer, new LinkRecorder());
        for (int i = 0; i < 300; i++) {
            link.send(ByteBuffer.allocate(64 * 1024).putInt(0, i));
        }
        link.close("done");
        assertThat(atServer.closedReason()).contains("done");
        for (int i = 0; i < 300; i++) {
            assertThat(atServer.next()).isEqualTo(ByteBuffer.allocate(64 * 1024).putInt(0, i));
        }
    }

    @Test
    void shouldBreakALinkWhoseOtherSideDoesNotRead() {
        configuration.set(TransportOptions.MAX_PENDING, MemorySize.ofMebiBytes(4));
        CountDownLatch stuck = new CountDownLatch(1);
        LinkListener blocking =
                new LinkListener() {
                    @Override
                    public void received(Link link, ByteBuffer frame) {
                        try {
                            stuck.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    }

                    @Override
                    public void closed(Link link, String reason) {}
                };
        LinkRecorder near = new LinkRecorder();
        Link link = open(blocking, near);
        try {
            for (int i = 0; i < 10_000 && !near.isClosed(); i++) {
                link.send(ByteBuffer.allocate(64 * 1024));
            }
            assertThat(near.closedReason()).contains("transport.send.max-pending");
        } finally {
            stuck.countDown();
        }
    }

    @Test
    void shouldBreakALinkThatIsGivenTooLargeAFrame() {
        configuration.set(TransportOptions.MAX_FRAME, MemorySize.ofMebiBytes(1));
        LinkRecorder near = new LinkRecorder();
        LinkRecorder far = new LinkRecorder();
        Link link = open(far, near);
        link.send(ByteBuffer.allocate((1 << 20) + 1));
        assertThat(near.closedReason()).contains("1048577", "transport.frame.max-size");
        assertThat(far.closedReason()).contains("1048577", "transport.frame.max-size");
        assertThat(near.closings()).isEqualTo(1);
    }

    @Test
    void shouldCloseALinkWhoseReceiverFails() {
        LinkRecorder near = new LinkRecorder();
        LinkRecorder told = new LinkRecorder();
        LinkListener failing =
                new LinkListener() {
                    @Override
                    public void received(Link link, ByteBuffer frame) {
                        throw new IllegalStateException("a bug");
                    }

                    @Override
                    public void closed(Link link, String reason) {
                        told.closed(link, reason);
                    }
                };
        open(failing, near).send(ByteBuffer.allocate(1));
        assertThat(near.closedReason()).contains("a bug");
        assertThat(told.closedReason()).contains("a bug");
    }

    @Test
    void shouldRefuseALinkWhoseAcceptorFails() {
        Listening listening =
                await(
                        process(Role.JOB_MANAGER)
                                .network(Purpose.RPC)
                                .listen(
                                        ANY,
                                        _ -> {
                                            throw new IllegalStateException("a bug");
                                        }));
        assertRefused(
                process(Role.TASK_MANAGER)
                        .network(Purpose.RPC)
                        .connect(listening.address(), new LinkRecorder()),
                "a bug");
    }

    private Link open(LinkListener atServer, LinkListener atClient) {
        Listening listening =
                await(process(Role.JOB_MANAGER).network(Purpose.RPC).listen(ANY, _ -> atServer));
        return await(
                process(Role.TASK_MANAGER)
                        .network(Purpose.RPC)
                        .connect(listening.address(), atClient));
    }
}
