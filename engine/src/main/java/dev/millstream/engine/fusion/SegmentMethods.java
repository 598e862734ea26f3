package dev.millstream.engine.fusion;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_Throwable;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import dev.millstream.engine.failure.TaskException;
import dev.millstream.engine.operator.OperatorContext;
import dev.millstream.engine.operator.Output;
import dev.millstream.types.Serializer;
import dev.millstream.util.Collector;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicConstantDesc;
import java.lang.constant.MethodTypeDesc;

/**
 * Generates the methods of a segment: {@code process} or {@code collect}, and for each step that
 * may have to copy its records one that does, so that it has a profile of its own.
 */
final class SegmentMethods {
    private static final int VALUE = 1;
    private static final int TIMESTAMP = 2;
    private static final ClassDesc COLLECTOR = SegmentPattern.desc(FusedCollector.class);
    private static final ClassDesc CONTEXTS = SegmentPattern.desc(OperatorContext[].class);
    private static final ClassDesc OUTPUT = SegmentPattern.desc(Output.class);
    private static final ClassDesc SERIALIZER = SegmentPattern.desc(Serializer.class);
    private static final ClassDesc TASK_EXCEPTION = SegmentPattern.desc(TaskException.class);
    private static final DirectMethodHandleDesc CLASS_DATA_AT =
            ConstantDescs.ofConstantBootstrap(
                    ConstantDescs.CD_MethodHandles, "classDataAt", CD_Object, CD_int);
    private static final MethodTypeDesc PROCESS = MethodTypeDesc.of(CD_void, CD_Object, CD_long);

    private final SegmentPattern pattern;
    private final ClassBuilder builder;

    SegmentMethods(SegmentPattern pattern, ClassBuilder builder) {
        this.pattern = pattern;
        this.builder = builder;
    }

    void generate() {
        switch (pattern.kind()) {
            case ENTRANCE ->
                    builder.withMethodBody(
                            "process", PROCESS, ClassFile.ACC_PUBLIC, this::allSteps);
            case COLLECTOR ->
                    builder.withMethodBody(
                            "collect",
                            MethodTypeDesc.of(CD_void, CD_Object),
                            ClassFile.ACC_PUBLIC,
                            code -> {
                                code.aload(0)
                                        .invokevirtual(
                                                COLLECTOR, "check", MethodTypeDesc.of(CD_void));
                                allSteps(code);
                            });
        }
        for (int i = 0; i < pattern.steps().size(); i++) {
            if (pattern.steps().get(i).isolated()) {
                isolation(i);
            }
        }
    }

    private void allSteps(CodeBuilder code) {
        int count = pattern.steps().size();
        Label end = code.newLabel();
        Label[] caught = new Label[count];
        for (int i = 0; i < count; i++) {
            Label from = code.newBoundLabel();
            step(code, i, end);
            caught[i] = code.newLabel();
            code.exceptionCatch(from, code.newBoundLabel(), caught[i], CD_Throwable);
        }
        if (!pattern.endsWithFlatMap()) {
            code.aload(0).getfield(SegmentPattern.SELF, "next", OUTPUT).aload(VALUE);
            timestamp(code);
            code.invokeinterface(OUTPUT, "process", PROCESS);
        }
        code.labelBinding(end).return_();
        failures(code, caught);
    }

    /** Each step's failures are its operator's. The table of handlers costs nothing else. */
    private void failures(CodeBuilder code, Label[] caught) {
        Label common = code.newLabel();
        for (int i = 0; i < caught.length; i++) {
            code.labelBinding(caught[i]).loadConstant(i);
            if (i < caught.length - 1) {
                code.goto_(common);
            }
        }
        if (caught.length > 0) {
            code.labelBinding(common)
                    .aload(0)
                    .getfield(pattern.superclass(), "contexts", CONTEXTS)
                    .invokestatic(
                            SegmentPattern.desc(Failures.class),
                            "of",
                            MethodTypeDesc.of(TASK_EXCEPTION, CD_Throwable, CD_int, CONTEXTS))
                    .athrow();
        }
    }

    private void step(CodeBuilder code, int index, Label end) {
        StepShape step = pattern.steps().get(index);
        ClassDesc function = SegmentPattern.desc(step.kind().function());
        if (step.kind() == StepKind.FLAT_MAP) {
            code.aload(0).getfield(SegmentPattern.SELF, "next", COLLECTOR);
            timestamp(code);
            code.invokevirtual(COLLECTOR, "timestamp", MethodTypeDesc.of(CD_void, CD_long));
        }
        function(code, index, function);
        value(code, index);
        switch (step.kind()) {
            case MAP ->
                    code.invokeinterface(
                                    function, step.kind().method(), SegmentPattern.objectToObject())
                            .astore(VALUE);
            case FILTER ->
                    code.invokeinterface(
                                    function, "filter", MethodTypeDesc.of(CD_boolean, CD_Object))
                            .ifeq(end);
            case FLAT_MAP ->
                    code.aload(0)
                            .getfield(SegmentPattern.SELF, "next", COLLECTOR)
                            .invokeinterface(
                                    function,
                                    "flatMap",
                                    MethodTypeDesc.of(
                                            CD_void,
                                            CD_Object,
                                            SegmentPattern.desc(Collector.class)));
        }
    }

    private void function(CodeBuilder code, int index, ClassDesc type) {
        if (pattern.steps().get(index).constant()) {
            code.loadConstant(
                    DynamicConstantDesc.ofNamed(
                            CLASS_DATA_AT,
                            ConstantDescs.DEFAULT_NAME,
                            type,
                            pattern.constantIndex(index)));
        } else {
            code.aload(0).getfield(SegmentPattern.SELF, SegmentPattern.functionField(index), type);
        }
    }

    private void value(CodeBuilder code, int index) {
        if (pattern.steps().get(index).isolated()) {
            code.aload(0)
                    .aload(VALUE)
                    .invokevirtual(
                            SegmentPattern.SELF,
                            SegmentPattern.isolationMethod(index),
                            SegmentPattern.objectToObject());
        } else {
            code.aload(VALUE);
        }
    }

    private void timestamp(CodeBuilder code) {
        switch (pattern.kind()) {
            case ENTRANCE -> code.lload(TIMESTAMP);
            case COLLECTOR -> code.aload(0).getfield(COLLECTOR, "timestamp", CD_long);
        }
    }

    /**
     * The record or a copy of it. What the copying itself throws is left to {@link
     * dev.millstream.engine.operator.Isolation#copy}, which tries again, and says what is wrong.
     */
    private void isolation(int index) {
        int isolation = 2;
        int serializer = 3;
        builder.withMethodBody(
                SegmentPattern.isolationMethod(index),
                SegmentPattern.objectToObject(),
                ClassFile.ACC_PRIVATE | ClassFile.ACC_FINAL,
                code -> {
                    Label asIs = code.newLabel();
                    code.aload(VALUE).ifnull(asIs);
                    code.aload(0)
                            .getfield(
                                    SegmentPattern.SELF,
                                    SegmentPattern.isolationField(index),
                                    SegmentPattern.ISOLATION)
                            .dup()
                            .astore(isolation)
                            .aload(VALUE)
                            .invokevirtual(
                                    CD_Object,
                                    "getClass",
                                    MethodTypeDesc.of(ConstantDescs.CD_Class))
                            .invokevirtual(
                                    SegmentPattern.ISOLATION,
                                    "copying",
                                    MethodTypeDesc.of(SERIALIZER, ConstantDescs.CD_Class))
                            .dup()
                            .astore(serializer)
                            .ifnull(asIs);
                    Label from = code.newBoundLabel();
                    code.aload(serializer)
                            .aload(VALUE)
                            .invokevirtual(SERIALIZER, "copy", SegmentPattern.objectToObject());
                    Label to = code.newBoundLabel();
                    code.areturn();
                    code.exceptionCatch(from, to, code.newBoundLabel(), CD_Throwable);
                    code.pop()
                            .aload(isolation)
                            .aload(VALUE)
                            .invokevirtual(
                                    SegmentPattern.ISOLATION,
                                    "copy",
                                    SegmentPattern.objectToObject())
                            .areturn();
                    code.labelBinding(asIs).aload(VALUE).areturn();
                });
    }
}
