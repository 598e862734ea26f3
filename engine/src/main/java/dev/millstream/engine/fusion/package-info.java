/**
 * Stateless operators that follow each other, as generated classes that call one function after
 * another.
 */
@NullMarked
package dev.millstream.engine.fusion;

import org.jspecify.annotations.NullMarked;
