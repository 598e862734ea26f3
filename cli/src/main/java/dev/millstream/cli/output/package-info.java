/** What people see on standard error. */
@NullMarked
package dev.millstream.cli.output;

import org.jspecify.annotations.NullMarked;
