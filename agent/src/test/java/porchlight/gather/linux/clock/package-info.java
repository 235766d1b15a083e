/** Who sets the clock on Linux. */
@NullMarked
package porchlight.gather.linux.clock;

import org.jspecify.annotations.NullMarked;
