package dev.millstream.engine.window;

import dev.millstream.api.common.functions.OpenContext;
import dev.millstream.api.common.functions.RichFunction;
import dev.millstream.api.common.functions.RuntimeContext;
import dev.millstream.engine.operator.OperatorContext;
import java.util.List;

/** The life of the functions that one operator calls. */
public final class UserFunctions {
    private static final OpenContext OPEN = new OpenContext() {};

    private final OperatorContext context;
    private final List<RichFunction> functions;

    /**
     * @param functions rich ones and others
     */
    public UserFunctions(OperatorContext context, List<?> functions) {
        this.context = context;
        this.functions =
                functions.stream()
                        .filter(RichFunction.class::isInstance)
                        .map(RichFunction.class::cast)
                        .toList();
    }

    public void open(RuntimeContext runtime) {
        for (RichFunction function : functions) {
            try {
                function.setRuntimeContext(runtime);
                function.open(OPEN);
            } catch (Throwable t) { // whatever a user's code throws ends the task
                throw context.userFailure(t);
            }
        }
    }

    public void close() {
        for (RichFunction function : functions) {
            try {
                function.close();
            } catch (Throwable t) { // whatever a user's code throws ends the task
                throw context.userFailure(t);
            }
        }
    }
}
