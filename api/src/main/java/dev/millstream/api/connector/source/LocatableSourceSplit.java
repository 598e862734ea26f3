package dev.millstream.api.connector.source;

import java.util.List;

/** A split that is best read on certain hosts. Ours: the JobMaster assigns such splits there. */
public interface LocatableSourceSplit extends SourceSplit {
    /** Host names, best first; may be empty. */
    List<String> hosts();
}
