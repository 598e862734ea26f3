/** What sources have in common whose records are numbered: splits are ranges of numbers. */
@NullMarked
package dev.millstream.api.connector.source.lib.range;

import org.jspecify.annotations.NullMarked;
