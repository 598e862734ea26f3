package dev.millstream.types.key;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of a class that its {@code equals} compares all its fields and nothing else, so that its
 * stable hash can be made of theirs. Records need no such word.
 */
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface HashedByFields {}
