/** Benchmarks of serializers, copies and hashes. */
@NullMarked
package dev.millstream.benchmarks.types;

import org.jspecify.annotations.NullMarked;
