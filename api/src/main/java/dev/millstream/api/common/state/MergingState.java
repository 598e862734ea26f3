package dev.millstream.api.common.state;

/** State whose contents for two namespaces can be combined. */
public interface MergingState<IN, OUT> extends AppendingState<IN, OUT> {}
