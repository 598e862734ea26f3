package dev.millstream.engine.operator;

/**
 * An operator that may be given records which their sender keeps: it neither keeps nor changes them
 * itself, or lets them through its {@link Isolation} first. Before others a {@link CopyingOutput}
 * is put.
 */
public interface SelfIsolating extends Output {}
