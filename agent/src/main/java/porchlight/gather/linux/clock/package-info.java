/** What keeps the clock right on Linux. */
@NullMarked
package porchlight.gather.linux.clock;

import org.jspecify.annotations.NullMarked;
