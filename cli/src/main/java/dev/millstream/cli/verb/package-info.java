/** How other modules bring verbs to the command line. */
@NullMarked
package dev.millstream.cli.verb;

import org.jspecify.annotations.NullMarked;
