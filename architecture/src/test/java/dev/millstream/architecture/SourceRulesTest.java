package dev.millstream.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.architecture.Sources.Source;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SourceRulesTest {
    private static Source source(String path, String... lines) {
        return new Source(path, List.of(lines));
    }

    @Test
    void shouldKeepFilesShort() {
        assertThat(SourceRules.longFiles(Sources.main())).isEmpty();
    }

    @Test
    void shouldCatchALongFile() {
        Source longFile =
                new Source(
                        "rpc/src/main/java/dev/millstream/rpc/Long.java",
                        Collections.nCopies(501, ""));
        assertThat(SourceRules.longFiles(List.of(longFile))).hasSize(1);
    }

    @Test
    void shouldKeepPackagesSmall() {
        assertThat(SourceRules.largePackages(Sources.main())).isEmpty();
    }

    @Test
    void shouldCatchALargePackage() {
        List<Source> many =
                IntStream.range(0, 27)
                        .mapToObj(i ->
                                source("rpc/src/main/java/dev/millstream/rpc/C" + i + ".java", ""))
                        .toList();
        assertThat(SourceRules.largePackages(many)).hasSize(1);
    }

    @Test
    void shouldMarkEveryPackageNullSafeAndSayWhatItIs() {
        assertThat(SourceRules.unmarkedPackages(Sources.main())).isEmpty();
    }

    @Test
    void shouldCatchAPackageThatIsNotMarked() {
        assertThat(
                        SourceRules.unmarkedPackages(
                                List.of(source("rpc/src/main/java/a/B.java", "package a;"))))
                .hasSize(1);
    }

    @Test
    void shouldImportInOrder() {
        assertThat(SourceRules.disorderlyImports(Sources.main())).isEmpty();
        assertThat(SourceRules.disorderlyImports(Sources.tests())).isEmpty();
    }

    @Test
    void shouldCatchImportsOutOfOrder() {
        assertThat(
                        SourceRules.disorderlyImports(
                                List.of(source("A.java", "import b.C;", "import a.B;"))))
                .hasSize(1);
        assertThat(SourceRules.disorderlyImports(List.of(source("A.java", "import b.*;"))))
                .hasSize(1);
    }

    @Test
    void shouldLeaveNothingForLater() {
        assertThat(SourceRules.unfinished(Sources.main())).isEmpty();
        assertThat(SourceRules.unfinished(Sources.tests())).isEmpty();
    }

    @Test
    void shouldCatchWhatIsLeftForLater() {
        assertThat(SourceRules.unfinished(List.of(source("A.java", "// TO" + "DO: the rest"))))
                .hasSize(1);
    }

    @Test
    void shouldGiveAReasonForEachSuppressedWarning() {
        assertThat(SourceRules.unexplainedSuppressions(Sources.main())).isEmpty();
        assertThat(SourceRules.unexplainedSuppressions(Sources.tests())).isEmpty();
    }

    @Test
    void shouldCatchASuppressionWithoutReason() {
        assertThat(
                        SourceRules.unexplainedSuppressions(
                                List.of(
                                        source(
                                                "A.java",
                                                "class A {",
                                                "@Suppress" + "Warnings(\"unchecked\")",
                                                "int a; }"))))
                .hasSize(1);
    }

    @Test
    void shouldTestWithoutSleepingSkippingAndMocking() {
        assertThat(SourceRules.weakTests(Sources.tests())).isEmpty();
    }

    @Test
    void shouldCatchATestThatSleeps() {
        assertThat(SourceRules.weakTests(List.of(source("A.java", "Thread.sl" + "eep(100);"))))
                .hasSize(1);
    }
}
