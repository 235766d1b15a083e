/** Whether a Linux machine updates itself, and whether it waits for a restart. */
@NullMarked
package porchlight.gather.linux.upkeep;

import org.jspecify.annotations.NullMarked;
