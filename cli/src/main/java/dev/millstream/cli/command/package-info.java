/** One class a verb. */
@NullMarked
package dev.millstream.cli.command;

import org.jspecify.annotations.NullMarked;
