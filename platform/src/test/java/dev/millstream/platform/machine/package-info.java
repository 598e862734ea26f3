/** Tests of the platform on a real machine. */
@NullMarked
package dev.millstream.platform.machine;

import org.jspecify.annotations.NullMarked;
