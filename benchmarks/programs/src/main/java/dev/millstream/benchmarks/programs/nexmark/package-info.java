/** The Nexmark queries as a user of Millstream writes them. */
@NullMarked
package dev.millstream.benchmarks.programs.nexmark;

import org.jspecify.annotations.NullMarked;
