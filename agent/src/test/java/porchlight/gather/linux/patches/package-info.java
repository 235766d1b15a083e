/** What waits to be installed on Linux. */
@NullMarked
package porchlight.gather.linux.patches;

import org.jspecify.annotations.NullMarked;
