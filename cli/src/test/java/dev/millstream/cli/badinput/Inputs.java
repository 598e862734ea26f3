package dev.millstream.cli.badinput;

import dev.millstream.cli.fixture.InProcess;
import dev.millstream.cli.fixture.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Collects the bad input of one group. */
final class Inputs {
    private final String group;
    private final List<BadInput> inputs = new ArrayList<>();

    Inputs(String group) {
        this.group = group;
    }

    List<BadInput> all() {
        return inputs;
    }

    Inputs add(String what, int exitCode, Callable<Outcome> call, String... mentions) {
        inputs.add(new BadInput(group, what, call, exitCode, List.of(mentions)));
        return this;
    }

    Inputs addCall(String what, int exitCode, List<String> args, String... mentions) {
        return add(
                what, exitCode, () -> new InProcess().call(args.toArray(String[]::new)), mentions);
    }
}
