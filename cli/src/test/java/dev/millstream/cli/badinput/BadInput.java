package dev.millstream.cli.badinput;

import dev.millstream.cli.fixture.Outcome;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Something wrong that a user does.
 *
 * @param group a heading of the page
 * @param what was done, for people
 * @param call does it
 * @param exitCode that is to come of it
 * @param mentions texts that the message must have
 */
record BadInput(
        String group, String what, Callable<Outcome> call, int exitCode, List<String> mentions) {}
