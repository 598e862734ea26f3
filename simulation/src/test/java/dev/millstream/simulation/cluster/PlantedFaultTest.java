package dev.millstream.simulation.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.simulation.fault.PlantedFault;
import dev.millstream.simulation.run.Seeds;
import dev.millstream.simulation.scheduler.SimulationFailure;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is broken is found: else the runs that find nothing would show nothing. */
class PlantedFaultTest {
    private static final int SEEDS = 60;

    @ParameterizedTest
    @EnumSource
    void shouldBeFound(PlantedFault fault) {
        List<SimulationFailure> found = new ArrayList<>();
        for (long seed : Seeds.first(SEEDS)) {
            try {
                ClusterRun.of(seed, random -> fault.ports(random, fault.chance()));
            } catch (SimulationFailure failure) {
                found.add(failure);
                break;
            }
        }
        assertThat(found).describedAs("%s in %d seeds", fault, SEEDS).isNotEmpty();
        assertThat(found.getFirst()).hasMessageContaining(fault.foundBy());
        System.out.println(fault + ": " + firstLine(found.getFirst()));
    }

    /** What finds a fault is not what plants it. */
    @ParameterizedTest
    @EnumSource
    void shouldNotBeFoundWhenItNeverStrikes(PlantedFault fault) {
        for (long seed : Seeds.first(3)) {
            ClusterRun.of(seed, random -> fault.ports(random, 0));
        }
    }

    private static String firstLine(SimulationFailure failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }
}
