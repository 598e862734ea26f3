/** What is common to all programs: identities of jobs, execution modes and results. */
@NullMarked
package dev.millstream.api.common;

import org.jspecify.annotations.NullMarked;
