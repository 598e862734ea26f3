/** Results as JSON lines, as a Markdown table and as a chart. */
@NullMarked
package dev.millstream.benchmarks.harness.report;

import org.jspecify.annotations.NullMarked;
