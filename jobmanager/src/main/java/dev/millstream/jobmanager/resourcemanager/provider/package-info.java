/** Where further TaskManagers come from. */
@NullMarked
package dev.millstream.jobmanager.resourcemanager.provider;

import org.jspecify.annotations.NullMarked;
