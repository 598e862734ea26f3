package dev.millstream.engine.specialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

class ClassCopiesTest {
    /** 10,000 by command: {@code -Dmillstream.copies.jobs=10000}. */
    private static final int JOBS = Integer.getInteger("millstream.copies.jobs", 300);

    private static LongUnaryOperator relay(LongUnaryOperator next) {
        return (LongUnaryOperator) ClassCopies.create(Relay.class, List.of(next), next);
    }

    @Test
    void shouldDoWhatTheTemplateDoes() {
        LongUnaryOperator relay = relay(new Twice());

        assertThat(relay.applyAsLong(5)).isEqualTo(11);
        assertThat(relay).isNotInstanceOf(Relay.class);
    }

    @Test
    void shouldShareACopyAmongThoseThatCallTheSame() {
        assertThat(relay(new Twice()).getClass()).isSameAs(relay(new Twice()).getClass());
    }

    @Test
    void shouldMakeACopyForEachPlaceInAChain() {
        LongUnaryOperator last = relay(new Twice());
        LongUnaryOperator first = relay(last);

        assertThat(first.getClass()).isNotSameAs(last.getClass());
        assertThat(first.applyAsLong(1)).isEqualTo(4);
    }

    @Test
    void shouldThrowWhatTheConstructorThrows() {
        assertThatThrownBy(() -> ClassCopies.create(Fussy.class, List.of("a"), "a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a is not to its taste");
    }

    /** Each job has functions of its own classes, and chains around them. */
    @Test
    void shouldUnloadTheCopiesOfJobsThatAreGone() throws Exception {
        int before = DefinedClasses.alive();
        for (int job = 0; job < JOBS; job++) {
            LongUnaryOperator chain = function();
            for (int position = 0; position < 8; position++) {
                chain = relay(chain);
            }
            assertThat(chain.applyAsLong(1)).isEqualTo(10);
        }
        int left = DefinedClasses.alive();
        for (int tries = 0; tries < 100 && left > before + 8; tries++) {
            System.gc(); // nothing else makes the JVM unload classes at a given time
            left = DefinedClasses.alive();
        }

        assertThat(left).isLessThanOrEqualTo(before + 8);
    }

    private static LongUnaryOperator function() throws ReflectiveOperationException, IOException {
        try (InputStream in = Twice.class.getResourceAsStream("Twice.class")) {
            return (LongUnaryOperator)
                    MethodHandles.lookup()
                            .defineHiddenClass(in.readAllBytes(), true)
                            .lookupClass()
                            .getDeclaredConstructor()
                            .newInstance();
        }
    }

    /** A template that does not like what it is given. */
    static final class Fussy {
        Fussy(String given) {
            throw new IllegalArgumentException(given + " is not to its taste");
        }
    }
}
