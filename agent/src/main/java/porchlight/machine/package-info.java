/**
 * The machine as a value: questions put to it and its answers. Only here are processes started,
 * files read, OSHI asked.
 */
@NullMarked
package porchlight.machine;

import org.jspecify.annotations.NullMarked;
