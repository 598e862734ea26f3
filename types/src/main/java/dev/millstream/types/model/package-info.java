/**
 * What reflection tells of a type: its arguments, its fields and how to reach them, whether it can
 * change.
 */
@NullMarked
package dev.millstream.types.model;

import org.jspecify.annotations.NullMarked;
