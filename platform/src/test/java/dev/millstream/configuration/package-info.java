/** Tests of options and their values. */
@NullMarked
package dev.millstream.configuration;

import org.jspecify.annotations.NullMarked;
