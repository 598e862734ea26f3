package dev.millstream.engine.fusion;

import dev.millstream.engine.operator.OperatorContext;
import dev.millstream.engine.operator.Outputs;
import dev.millstream.engine.specialization.ClassCopies;
import dev.millstream.engine.thread.Ending;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes one operator of stateless ones that follow each other. Its segments are objects of
 * generated classes: each calls functions one after another, up to and with a flat map; what that
 * emits goes to the next segment. So many operators are few methods to the JIT, which inlines
 * methods to a limited depth and size, and each call site calls one function.
 */
public final class Fusion {
    /** More would be more bytecode for a method than the JIT inlines (325 bytes). */
    public static final int MOST_STEPS = 12;

    private Fusion() {}

    /**
     * Makes the operator.
     *
     * @param steps at least one, at most {@link #MOST_STEPS}, in the order of the records' way
     * @param outputs those of the last one
     */
    public static FusedOperator fuse(List<Step> steps, Outputs outputs) {
        Ending ending = steps.getFirst().context().scope().ending();
        Object next = outputs.main();
        int end = steps.size();
        for (int i = end - 1; i >= 0; i--) {
            if (steps.get(i).kind() == StepKind.FLAT_MAP) {
                next = collector(steps.get(i), steps.subList(i + 1, end), next, ending);
                end = i + 1;
            }
        }
        List<Step> first = steps.subList(0, end);
        List<Object> called = called(List.of(), first, next);
        return (FusedOperator)
                ClassCopies.create(
                        pattern(SegmentKind.ENTRANCE, first, called),
                        called,
                        steps,
                        contexts(first),
                        outputs.all(),
                        fields(first, next));
    }

    private static Object collector(Step flatMap, List<Step> steps, Object next, Ending ending) {
        List<Object> called = called(List.of(flatMap), steps, next);
        return ClassCopies.create(
                pattern(SegmentKind.COLLECTOR, steps, called),
                called,
                ending,
                contexts(steps),
                fields(steps, next));
    }

    private static SegmentPattern pattern(SegmentKind kind, List<Step> steps, List<Object> called) {
        return new SegmentPattern(
                kind, steps.stream().map(step -> step.shape(called.getFirst())).toList());
    }

    private static OperatorContext[] contexts(List<Step> steps) {
        return steps.stream().map(Step::context).toArray(OperatorContext[]::new);
    }

    /** All that has a part in the segment's profile. */
    private static List<Object> called(List<Step> before, List<Step> steps, Object next) {
        List<Object> called = new ArrayList<>();
        before.forEach(step -> called.add(step.function()));
        steps.forEach(step -> called.add(step.function()));
        called.add(next);
        return called;
    }

    /** What the segment's constructor is given: for each step two objects, and what follows. */
    private static Object[] fields(List<Step> steps, Object next) {
        List<Object> fields = new ArrayList<>();
        for (Step step : steps) {
            fields.add(step.function());
            fields.add(step.isolation());
        }
        fields.add(next);
        return fields.toArray();
    }
}
