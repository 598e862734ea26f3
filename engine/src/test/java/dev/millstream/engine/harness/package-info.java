/** Runs whole programs on tasks and an exchange of one process, with a JobMaster made for tests. */
@NullMarked
package dev.millstream.engine.harness;

import org.jspecify.annotations.NullMarked;
