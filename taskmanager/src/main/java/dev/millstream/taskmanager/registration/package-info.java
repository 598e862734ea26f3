/** When to register with a ResourceManager or a JobMaster, and when to try again. */
@NullMarked
package dev.millstream.taskmanager.registration;

import org.jspecify.annotations.NullMarked;
