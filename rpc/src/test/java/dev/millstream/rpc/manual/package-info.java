/** A platform in which a test turns the time by hand. */
@NullMarked
package dev.millstream.rpc.manual;

import org.jspecify.annotations.NullMarked;
