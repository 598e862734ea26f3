package dev.millstream.streaming.api.datastream;

import dev.millstream.streaming.api.environment.ParallelismCheck;
import dev.millstream.streaming.api.transformations.ChainingStrategy;
import dev.millstream.streaming.api.transformations.OperatorTransformation;

/** What operators and sinks have in common: their settings. */
final class OperatorSetup {
    private final OperatorTransformation<?> operator;

    OperatorSetup(OperatorTransformation<?> operator) {
        this.operator = operator;
    }

    void uid(String uid) {
        if (uid.isEmpty()) {
            throw new IllegalArgumentException("The uid of " + operator + " must not be empty");
        }
        operator.setUid(uid);
    }

    void parallelism(int parallelism) {
        ParallelismCheck.parallelism("operator " + operator, parallelism);
        operator.setParallelism(parallelism);
    }

    void maxParallelism(int maxParallelism) {
        ParallelismCheck.maxParallelism("operator " + operator, maxParallelism);
        operator.setMaxParallelism(maxParallelism);
    }

    void disableChaining() {
        operator.setChainingStrategy(ChainingStrategy.NEVER);
    }

    void startNewChain() {
        operator.setChainingStrategy(ChainingStrategy.HEAD);
    }

    void slotSharingGroup(String group) {
        if (group.isEmpty()) {
            throw new IllegalArgumentException(
                    "The slot sharing group of " + operator + " must not be empty");
        }
        operator.setSlotSharingGroup(group);
    }

    void coLocateWith(OperatorTransformation<?> other) {
        String key =
                other.getCoLocationGroupKey()
                        .or(operator::getCoLocationGroupKey)
                        .orElse("co-location-" + other.getId());
        other.setCoLocationGroupKey(key);
        operator.setCoLocationGroupKey(key);
    }
}
