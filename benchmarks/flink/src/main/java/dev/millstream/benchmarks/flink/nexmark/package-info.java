/** The Nexmark queries as a user of Apache Flink writes them. */
@NullMarked
package dev.millstream.benchmarks.flink.nexmark;

import org.jspecify.annotations.NullMarked;
