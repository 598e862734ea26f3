package dev.millstream.client.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TaskExceptionTest {
    @Test
    void shouldKeepTextFramesAndCauses() {
        Exception original =
                new IllegalStateException("outer: text", new ArithmeticException("inner"));
        TaskException parsed = TaskException.parse(printed(original), true);
        assertThat(parsed).hasToString("java.lang.IllegalStateException: outer: text");
        assertThat(parsed).hasMessage("outer: text");
        assertThat(parsed.isUserCode()).isTrue();
        assertThat(parsed.getStackTrace()[0]).isEqualTo(withoutModule(original.getStackTrace()[0]));
        assertThat(parsed.getCause()).hasToString("java.lang.ArithmeticException: inner");
    }

    @Test
    void shouldReadFramesWithoutLineNumbers() {
        TaskException parsed =
                TaskException.parse(
                        "a.B\n\tat java.base/java.lang.Object.wait(Native Method)"
                                + "\n\tat c.D$E.lambda$f$0(Unknown Source)",
                        false);
        assertThat(parsed.getMessage()).isEmpty();
        assertThat(parsed.getStackTrace()[0].isNativeMethod()).isTrue();
        assertThat(parsed.getStackTrace()[0].getMethodName()).isEqualTo("wait");
        assertThat(parsed.getStackTrace()[1].getClassName()).isEqualTo("c.D$E");
        assertThat(parsed.getStackTrace()[1].getMethodName()).isEqualTo("lambda$f$0");
    }

    @Test
    void shouldKeepMessagesOfSeveralLines() {
        TaskException parsed =
                TaskException.parse("a.B: first\nsecond\n\tat a.B.c(B.java:3)", true);
        assertThat(parsed).hasMessage("first\nsecond");
        assertThat(parsed.getStackTrace()[0].getLineNumber()).isEqualTo(3);
    }

    private static StackTraceElement withoutModule(StackTraceElement frame) {
        return new StackTraceElement(
                frame.getClassName(),
                frame.getMethodName(),
                frame.getFileName(),
                frame.getLineNumber());
    }

    private static String printed(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString().strip();
    }
}
