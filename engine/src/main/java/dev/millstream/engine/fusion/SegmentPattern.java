package dev.millstream.engine.fusion;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.invoke.MethodHandles.Lookup.ClassOption.NESTMATE;

import dev.millstream.engine.operator.Isolation;
import dev.millstream.engine.operator.OperatorContext;
import dev.millstream.engine.operator.Output;
import dev.millstream.engine.specialization.ClassPattern;
import dev.millstream.engine.thread.Ending;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;

/** The code of a segment. The last step may be a flat map; no other one is. */
record SegmentPattern(SegmentKind kind, List<StepShape> steps) implements ClassPattern {
    static final ClassDesc SELF =
            ClassDesc.of(SegmentPattern.class.getPackageName() + ".FusedSegment");
    static final ClassDesc ISOLATION = desc(Isolation.class);

    private static final ClassDesc CONTEXTS = desc(OperatorContext[].class);
    private static final ClassDesc FIELDS = desc(Object[].class);

    static ClassDesc desc(Class<?> type) {
        return ClassDesc.ofDescriptor(type.descriptorString());
    }

    static String functionField(int step) {
        return "function" + step;
    }

    static String isolationField(int step) {
        return "isolation" + step;
    }

    static String isolationMethod(int step) {
        return "isolated" + step;
    }

    boolean endsWithFlatMap() {
        return !steps.isEmpty() && steps.getLast().kind() == StepKind.FLAT_MAP;
    }

    ClassDesc superclass() {
        return switch (kind) {
            case ENTRANCE -> desc(FusedOperator.class);
            case COLLECTOR -> desc(FusedCollector.class);
        };
    }

    ClassDesc nextType() {
        return desc(endsWithFlatMap() ? FusedCollector.class : Output.class);
    }

    @Override
    public ClassPattern general() {
        return new SegmentPattern(kind, steps.stream().map(StepShape::general).toList());
    }

    /** Its class data are what it calls. */
    @Override
    public Class<?> define(List<?> called) {
        byte[] code =
                ClassFile.of()
                        .build(
                                SELF,
                                builder -> {
                                    builder.withSuperclass(superclass());
                                    builder.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER);
                                    fields(builder);
                                    constructor(builder);
                                    new SegmentMethods(this, builder).generate();
                                });
        try {
            return MethodHandles.lookup()
                    .defineHiddenClassWithClassData(code, constants(called), false, NESTMATE)
                    .lookupClass();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("The segment " + this + " can't be defined", e);
        }
    }

    /** Where the function of a step is among the {@link #constants}. */
    int constantIndex(int step) {
        return (int) steps.subList(0, step).stream().filter(StepShape::constant).count();
    }

    /** The functions of steps for which they are constants, in order. */
    private List<Object> constants(List<?> called) {
        int before = kind == SegmentKind.COLLECTOR ? 1 : 0;
        List<Object> constants = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).constant()) {
                constants.add(called.get(before + i));
            }
        }
        return constants;
    }

    private void fields(ClassBuilder builder) {
        int flags = ClassFile.ACC_PRIVATE | ClassFile.ACC_FINAL;
        for (int i = 0; i < steps.size(); i++) {
            StepShape step = steps.get(i);
            if (!step.constant()) {
                builder.withField(functionField(i), desc(step.kind().function()), flags);
            }
            if (step.isolated()) {
                builder.withField(isolationField(i), ISOLATION, flags);
            }
        }
        builder.withField("next", nextType(), flags);
    }

    private void constructor(ClassBuilder builder) {
        MethodTypeDesc parents =
                switch (kind) {
                    case ENTRANCE ->
                            MethodTypeDesc.of(
                                    CD_void, desc(List.class), CONTEXTS, desc(Output.class));
                    case COLLECTOR -> MethodTypeDesc.of(CD_void, desc(Ending.class), CONTEXTS);
                };
        int fields = parents.parameterCount() + 1;
        builder.withMethodBody(
                INIT_NAME,
                parents.insertParameterTypes(parents.parameterCount(), FIELDS),
                0,
                code -> {
                    code.aload(0);
                    for (int i = 1; i < fields; i++) {
                        code.aload(i);
                    }
                    code.invokespecial(superclass(), INIT_NAME, parents);
                    assignments(code, fields);
                    code.return_();
                });
    }

    /** The fields, from the elements of an array. */
    private void assignments(CodeBuilder code, int array) {
        for (int i = 0; i < steps.size(); i++) {
            StepShape step = steps.get(i);
            if (!step.constant()) {
                assign(code, array, 2 * i, functionField(i), desc(step.kind().function()));
            }
            if (step.isolated()) {
                assign(code, array, 2 * i + 1, isolationField(i), ISOLATION);
            }
        }
        assign(code, array, 2 * steps.size(), "next", nextType());
    }

    private static void assign(
            CodeBuilder code, int array, int element, String field, ClassDesc type) {
        code.aload(0)
                .aload(array)
                .loadConstant(element)
                .aaload()
                .checkcast(type)
                .putfield(SELF, field, type);
    }

    static MethodTypeDesc objectToObject() {
        return MethodTypeDesc.of(CD_Object, CD_Object);
    }
}
