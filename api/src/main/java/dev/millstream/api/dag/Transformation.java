package dev.millstream.api.dag;

import dev.millstream.api.common.typeinfo.TypeInformation;
import java.util.List;
import java.util.Optional;

/**
 * A node of the program's graph: what makes a stream from other streams. Mutable while the program
 * is built, by the program's thread only. Subclasses are in {@code streaming.api.transformations}.
 *
 * @param <T> records of the stream
 */
public abstract class Transformation<T> {
    /** The parallelism of a node for which none was set. */
    public static final int UNSET_PARALLELISM = -1;

    private final int id;
    private final CallSite callSite;
    private TypeInformation<T> outputType;
    private String name;

    /**
     * @param id unique within the program; ascending in the order of creation
     * @param callSite the line that made it
     */
    protected Transformation(
            int id, String name, TypeInformation<T> outputType, CallSite callSite) {
        this.id = id;
        this.name = name;
        this.outputType = outputType;
        this.callSite = callSite;
    }

    /** Unique within the program; ascending in the order of creation. */
    public final int getId() {
        return id;
    }

    /** For people. */
    public final String getName() {
        return name;
    }

    /** For people. */
    public final void setName(String name) {
        this.name = name;
    }

    /** Of the records, as far as it is known. */
    public final TypeInformation<T> getOutputType() {
        return outputType;
    }

    /** Given by the program. */
    public final void setOutputType(TypeInformation<T> outputType) {
        this.outputType = outputType;
    }

    /** The line of the program that made it. */
    public final CallSite getCallSite() {
        return callSite;
    }

    /** The nodes whose streams it reads, in order. */
    public abstract List<Transformation<?>> getInputs();

    /** Given by the program; stays the same between versions of it. */
    public abstract Optional<String> getUid();

    /** {@link #UNSET_PARALLELISM} if none was set. */
    public abstract int getParallelism();

    /** For messages: the name and the line. */
    @Override
    public final String toString() {
        return "'" + name + "' at " + callSite;
    }
}
