/** Provokes each message for bad input, and keeps the page that lists them. */
@NullMarked
package dev.millstream.cli.badinput;

import org.jspecify.annotations.NullMarked;
