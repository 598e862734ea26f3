/** How fast tasks of one process hand records over. */
@NullMarked
package dev.millstream.benchmarks.exchange;

import org.jspecify.annotations.NullMarked;
