package dev.millstream.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.nowhere.planted.Homeless;
import dev.millstream.platform.planted.ImportsUpwards;
import dev.millstream.platform.planted.one.NeedsTwo;
import dev.millstream.platform.planted.two.NeedsOne;
import dev.millstream.rpc.planted.OpensSockets;
import org.junit.jupiter.api.Test;

class ImportRulesTest {
    @Test
    void shouldImportOnlyFromModulesBelow() {
        assertThat(Rules.directions(House.production())).isEmpty();
    }

    @Test
    void shouldCatchAnImportFromAModuleAbove() {
        assertThat(Rules.directions(House.planted(ImportsUpwards.class)))
                .isNotEmpty()
                .allMatch(line -> line.contains("dev.millstream.rpc.fencing.Epoch"));
    }

    @Test
    void shouldFindAModuleForEveryPackage() {
        assertThat(Rules.homeless(House.production())).isEmpty();
    }

    @Test
    void shouldCatchAPackageOfNoModule() {
        assertThat(Rules.homeless(House.planted(Homeless.class))).hasSize(1);
    }

    @Test
    void shouldHaveNoPackageInACycle() {
        assertThat(Rules.cycles(House.production())).isEmpty();
    }

    @Test
    void shouldCatchACycleOfPackages() {
        assertThat(Rules.cycles(House.planted(NeedsOne.class, NeedsTwo.class)))
                .containsExactly(
                        "These packages need each other: [dev.millstream.platform.planted.one,"
                                + " dev.millstream.platform.planted.two]");
    }

    @Test
    void shouldImportEachTechnologyInOneModule() {
        assertThat(Rules.technologies(House.production())).isEmpty();
    }

    @Test
    void shouldCatchATechnologyOfAnotherModule() {
        assertThat(Rules.technologies(House.planted(OpensSockets.class)))
                .isNotEmpty()
                .allMatch(line -> line.contains("io.netty.channel.Channel"));
    }

    @Test
    void shouldSeeEveryModule() {
        for (House.Module module : House.MODULES) {
            assertThat(House.production()).as(module.name()).anyMatch(module::owns);
        }
    }
}
