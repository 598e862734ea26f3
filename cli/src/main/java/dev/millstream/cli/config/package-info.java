/** Where options come from: the configuration file and the command line. */
@NullMarked
package dev.millstream.cli.config;

import org.jspecify.annotations.NullMarked;
