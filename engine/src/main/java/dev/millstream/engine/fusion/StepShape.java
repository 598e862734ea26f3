package dev.millstream.engine.fusion;

/**
 * What the code of a step depends on.
 *
 * @param isolated whether it may have to copy what it is given
 * @param constant whether its function is a constant of the class, else it is in a field
 */
record StepShape(StepKind kind, boolean isolated, boolean constant) {
    StepShape general() {
        return new StepShape(kind, isolated, false);
    }
}
