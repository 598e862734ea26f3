package dev.millstream.graph.stream;

import dev.millstream.api.common.typeinfo.TypeInformation;
import dev.millstream.streaming.api.operations.Operation;
import dev.millstream.streaming.api.transformations.ChainingStrategy;
import java.util.Optional;

/**
 * An operator of a program, with all defaults filled in.
 *
 * @param id its position in {@link StreamGraph#nodes()}; inputs come before those that read them
 * @param name for people
 * @param uid given by the user
 * @param operation what it does
 * @param parallelism number of subtasks
 * @param maxParallelism number of key groups
 * @param slotSharingGroup its own, its inputs' common one, or {@code default}
 * @param coLocationGroup given by the user
 * @param chaining what the user allows
 * @param outputType what is known of the type of its records
 * @param callSite the line of the user's program that made it
 */
public record StreamNode(
        int id,
        String name,
        Optional<String> uid,
        Operation operation,
        int parallelism,
        int maxParallelism,
        String slotSharingGroup,
        Optional<String> coLocationGroup,
        ChainingStrategy chaining,
        TypeInformation<?> outputType,
        String callSite) {
    public boolean isSource() {
        return operation instanceof Operation.FromSource<?>;
    }

    /** The name and where it comes from, for error messages. */
    public String describe() {
        return "'" + name + "' (" + callSite + ")";
    }
}
