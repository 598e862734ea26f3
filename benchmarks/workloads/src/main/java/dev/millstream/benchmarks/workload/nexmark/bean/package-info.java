/** The auction's events as beans that can be changed, as Nexmark's own programs have them. */
@NullMarked
package dev.millstream.benchmarks.workload.nexmark.bean;

import org.jspecify.annotations.NullMarked;
