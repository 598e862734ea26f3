package dev.millstream.engine.keyed;

import dev.millstream.engine.operator.Output;
import dev.millstream.util.OutputTag;
import java.util.Map;

/** An operator's side outputs that somebody reads. */
record SideOutputs(Map<String, Output> byTag) {
    void emit(OutputTag<?> tag, Object value, long timestamp) {
        Output side = byTag.get(tag.getId());
        if (side != null) {
            side.process(value, timestamp);
        }
    }
}
