/** Versions, updates, the clock and who manages a Windows. */
@NullMarked
package porchlight.gather.windows.upkeep;

import org.jspecify.annotations.NullMarked;
