/** What can be said about values without their bytes: immutability, copies. */
@NullMarked
package dev.millstream.types.value;

import org.jspecify.annotations.NullMarked;
