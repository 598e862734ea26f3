/** The workloads as a user of Hazelcast Jet writes them. */
@NullMarked
package dev.millstream.benchmarks.jet;

import org.jspecify.annotations.NullMarked;
