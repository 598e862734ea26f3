package dev.millstream.transport.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.transport.handshake.HandshakeMessage.Challenge;
import dev.millstream.transport.handshake.HandshakeMessage.Hello;
import dev.millstream.transport.handshake.HandshakeMessage.OtherVersion;
import dev.millstream.transport.handshake.HandshakeMessage.Proof;
import dev.millstream.transport.handshake.HandshakeMessage.Refused;
import dev.millstream.transport.handshake.HandshakeMessage.Welcome;
import dev.millstream.transport.handshake.HandshakeStep.Proven;
import dev.millstream.transport.handshake.HandshakeStep.Refuse;
import dev.millstream.transport.handshake.HandshakeStep.RefusedByOther;
import dev.millstream.transport.handshake.HandshakeStep.Say;
import dev.millstream.transport.identity.ClusterToken;
import dev.millstream.transport.identity.ProcessIdentity;
import dev.millstream.transport.identity.Purpose;
import dev.millstream.transport.identity.Role;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class HandshakeTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final ClusterToken TOKEN = ClusterToken.random("the test");
    private static final ProcessIdentity JOB_MANAGER =
            new ProcessIdentity("one", Role.JOB_MANAGER, TOKEN);
    private static final ProcessIdentity TASK_MANAGER =
            new ProcessIdentity("one", Role.TASK_MANAGER, TOKEN);

    private static InitiatorHandshake initiator(ProcessIdentity identity, Purpose purpose) {
        return new InitiatorHandshake(identity, purpose, Bytes32.random(RANDOM));
    }

    private static AcceptorHandshake acceptor(ProcessIdentity identity) {
        return new AcceptorHandshake(identity, Bytes32.random(RANDOM));
    }

    private static <M extends HandshakeMessage> M said(HandshakeStep step, Class<M> type) {
        assertThat(step).isInstanceOf(Say.class);
        return type.cast(((Say) step).message());
    }

    private static Refusal refused(HandshakeStep step) {
        assertThat(step).isInstanceOf(Refuse.class);
        return ((Refuse) step).refusal();
    }

    /** What the acceptor makes of the initiator's proof. */
    private static HandshakeStep untilProof(InitiatorHandshake near, AcceptorHandshake far) {
        Challenge challenge = said(far.on(near.hello()), Challenge.class);
        return far.on(said(near.on(challenge), Proof.class));
    }

    @Test
    void shouldEndWithBothSidesProven() {
        InitiatorHandshake near = initiator(TASK_MANAGER, Purpose.RPC);
        AcceptorHandshake far = acceptor(JOB_MANAGER);
        assertThat(untilProof(near, far))
                .isEqualTo(new Proven(new Peer(Role.TASK_MANAGER, Purpose.RPC)));
        assertThat(near.on(far.welcome()))
                .isEqualTo(new Proven(new Peer(Role.JOB_MANAGER, Purpose.RPC)));
    }

    @Test
    void shouldRefuseAnInitiatorWithAnotherToken() {
        ProcessIdentity stranger =
                new ProcessIdentity("one", Role.TASK_MANAGER, ClusterToken.random("elsewhere"));
        Refusal refusal =
                refused(untilProof(initiator(stranger, Purpose.RPC), acceptor(JOB_MANAGER)));
        assertThat(refusal.cause()).isEqualTo(RefusalCause.TOKEN);
        assertThat(refusal.textFor(stranger)).contains("security.token-file", "elsewhere");
    }

    @Test
    void shouldRefuseAnAcceptorWithAnotherToken() {
        ProcessIdentity stranger =
                new ProcessIdentity("one", Role.JOB_MANAGER, ClusterToken.random("elsewhere"));
        InitiatorHandshake near = initiator(TASK_MANAGER, Purpose.RPC);
        AcceptorHandshake far = acceptor(stranger);
        var _ = untilProof(near, far);
        assertThat(refused(near.on(far.welcome())).cause()).isEqualTo(RefusalCause.TOKEN);
    }

    @Test
    void shouldProveNothingToWhoHasProvedNothing() {
        InitiatorHandshake near = initiator(TASK_MANAGER, Purpose.RPC);
        AcceptorHandshake far = acceptor(JOB_MANAGER);
        assertThat(said(far.on(near.hello()), Challenge.class).role()).isEqualTo(Role.JOB_MANAGER);
        assertThat(refused(far.on(new Proof(Bytes32.random(RANDOM)))).cause())
                .isEqualTo(RefusalCause.TOKEN);
    }

    @Test
    void shouldNameBothClustersWhenTheyDiffer() {
        ProcessIdentity other = new ProcessIdentity("two", Role.TASK_MANAGER, TOKEN);
        AcceptorHandshake far = acceptor(JOB_MANAGER);
        Refusal atAcceptor = refused(far.on(initiator(other, Purpose.RPC).hello()));
        assertThat(atAcceptor.cause()).isEqualTo(RefusalCause.CLUSTER_ID);
        assertThat(atAcceptor.text()).contains("'one'", "'two'", "cluster.id");
        Challenge challenge = new Challenge(1, Bytes32.random(RANDOM), Role.JOB_MANAGER, "two");
        Refusal atInitiator = refused(initiator(TASK_MANAGER, Purpose.RPC).on(challenge));
        assertThat(atInitiator.cause()).isEqualTo(RefusalCause.CLUSTER_ID);
        assertThat(atInitiator.text()).contains("'one'", "'two'", "cluster.id");
    }

    @Test
    void shouldNameBothVersionsWhenTheyDiffer() {
        Refusal atAcceptor = refused(acceptor(JOB_MANAGER).on(new OtherVersion(7)));
        assertThat(atAcceptor.cause()).isEqualTo(RefusalCause.VERSION);
        assertThat(atAcceptor.text())
                .contains("initiator speaks version 7", "acceptor version 1", "same release");
        Refusal atInitiator = refused(initiator(TASK_MANAGER, Purpose.RPC).on(new OtherVersion(7)));
        assertThat(atInitiator.text()).contains("initiator speaks version 1", "acceptor version 7");
    }

    @Test
    void shouldRefuseRolesThatHaveNoSuchLinks() {
        ProcessIdentity client = new ProcessIdentity("one", Role.CLIENT, TOKEN);
        Refusal refusal =
                refused(untilProof(initiator(client, Purpose.DATA), acceptor(TASK_MANAGER)));
        assertThat(refusal.cause()).isEqualTo(RefusalCause.ROLE);
        assertThat(refusal.text()).contains("CLIENT", "DATA", "TASK_MANAGER");
    }

    @Test
    void shouldRefuseAReplayedProof() {
        InitiatorHandshake near = initiator(TASK_MANAGER, Purpose.RPC);
        Challenge challenge = said(acceptor(JOB_MANAGER).on(near.hello()), Challenge.class);
        Proof overheard = said(near.on(challenge), Proof.class);
        AcceptorHandshake later = acceptor(JOB_MANAGER);
        var _ = later.on(near.hello());
        assertThat(refused(later.on(overheard)).cause()).isEqualTo(RefusalCause.TOKEN);
    }

    @Test
    void shouldRefuseAReflectedProof() {
        InitiatorHandshake near = initiator(TASK_MANAGER, Purpose.RPC);
        Challenge echo =
                new Challenge(
                        1, near.hello().nonce(), near.hello().role(), near.hello().clusterId());
        Proof proof = said(near.on(echo), Proof.class);
        assertThat(refused(near.on(new Welcome(proof.mac()))).cause())
                .isEqualTo(RefusalCause.TOKEN);
    }

    @Test
    void shouldRefuseAProofForAnotherRoleOrPurpose() {
        InitiatorHandshake near = initiator(TASK_MANAGER, Purpose.RPC);
        Hello hello = near.hello();
        Hello altered =
                new Hello(1, hello.nonce(), Role.JOB_MANAGER, hello.purpose(), hello.clusterId());
        AcceptorHandshake far = acceptor(TASK_MANAGER);
        Challenge challenge = said(far.on(altered), Challenge.class);
        assertThat(refused(far.on(said(near.on(challenge), Proof.class))).cause())
                .isEqualTo(RefusalCause.TOKEN);
    }

    @Test
    void shouldRefuseWhatIsSaidOutOfTurn() {
        Bytes32 bytes = Bytes32.random(RANDOM);
        Hello hello = initiator(TASK_MANAGER, Purpose.RPC).hello();
        Challenge challenge = new Challenge(1, bytes, Role.JOB_MANAGER, "one");
        for (HandshakeMessage message :
                new HandshakeMessage[] {new Proof(bytes), new Welcome(bytes), challenge}) {
            assertThat(refused(acceptor(JOB_MANAGER).on(message)).cause())
                    .isEqualTo(RefusalCause.MALFORMED);
        }
        for (HandshakeMessage message :
                new HandshakeMessage[] {new Proof(bytes), new Welcome(bytes), hello}) {
            assertThat(refused(initiator(TASK_MANAGER, Purpose.RPC).on(message)).cause())
                    .isEqualTo(RefusalCause.MALFORMED);
        }
        AcceptorHandshake twice = acceptor(JOB_MANAGER);
        var _ = twice.on(hello);
        assertThat(refused(twice.on(hello)).cause()).isEqualTo(RefusalCause.MALFORMED);
    }

    @Test
    void shouldEndWhenTheOtherSideRefuses() {
        Refusal refusal = new Refusal(RefusalCause.PURPOSE, "nobody listens");
        assertThat(acceptor(JOB_MANAGER).on(new Refused(1, refusal)))
                .isEqualTo(new RefusedByOther(refusal));
        assertThat(initiator(TASK_MANAGER, Purpose.RPC).on(new Refused(1, refusal)))
                .isEqualTo(new RefusedByOther(refusal));
    }
}
