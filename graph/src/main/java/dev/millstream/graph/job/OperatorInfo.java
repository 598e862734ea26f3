package dev.millstream.graph.job;

import java.util.Optional;

/**
 * What everyone may know of an operator.
 *
 * @param id stable across runs
 * @param name for people
 * @param uid given by the user
 */
public record OperatorInfo(OperatorID id, String name, Optional<String> uid) {}
