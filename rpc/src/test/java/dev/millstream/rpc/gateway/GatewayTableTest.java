package dev.millstream.rpc.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.platform.time.Cancellable;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class GatewayTableTest {
    interface Good extends RpcGateway {
        @RpcMethod(value = 2, unbounded = true)
        CompletableFuture<List<String>> ask(int number);

        @RpcMethod(1)
        void tell();

        default String local() {
            return "local";
        }
    }

    interface Unmarked extends RpcGateway {
        void tell();
    }

    interface Doubled extends RpcGateway {
        @RpcMethod(1)
        void one();

        @RpcMethod(1)
        void two();
    }

    interface Blocking extends RpcGateway {
        @RpcMethod(1)
        Future<String> ask();
    }

    interface Unrelated {
        @RpcMethod(1)
        void tell();
    }

    @Test
    void shouldReadMethodsByTheirIds() {
        List<GatewayMethod> methods = GatewayTable.of(Good.class).methods();
        assertThat(methods).extracting(GatewayMethod::name).containsExactly("tell", "ask");
        assertThat(methods).extracting(GatewayMethod::answers).containsExactly(false, true);
        assertThat(methods).extracting(GatewayMethod::unbounded).containsExactly(false, true);
        assertThat(methods.getLast().result().getTypeName())
                .isEqualTo("java.util.List<java.lang.String>");
        assertThat(methods.getLast().parameters()).isEqualTo(List.of(int.class));
    }

    @Test
    void shouldRefuseWhatIsNoGateway() {
        for (Class<?> wrong :
                List.of(
                        Unmarked.class,
                        Doubled.class,
                        Blocking.class,
                        Unrelated.class,
                        String.class)) {
            assertThatThrownBy(() -> GatewayTable.of(wrong))
                    .as(wrong.getSimpleName())
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void shouldTellProxiesApartAndRunDefaultMethods() {
        CallTarget target = new NoTarget();
        Good one = GatewayProxy.create(Good.class, target);
        Good two = GatewayProxy.create(Good.class, target);
        assertThat(List.of(two, one).indexOf(one)).isEqualTo(1);
        assertThat(one).hasToString("gateway to nowhere").hasSameHashCodeAs(two);
        assertThat(one.local()).isEqualTo("local");
    }

    private static final class NoTarget implements CallTarget {
        @Override
        public CompletableFuture<Object> ask(GatewayMethod method, List<Object> arguments) {
            throw new IllegalStateException();
        }

        @Override
        public void tell(GatewayMethod method, List<Object> arguments) {
            throw new IllegalStateException();
        }

        @Override
        public Cancellable watch(Watch watch) {
            throw new IllegalStateException();
        }

        @Override
        public String toString() {
            return "nowhere";
        }
    }
}
