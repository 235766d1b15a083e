/** Reading facts on Linux. */
@NullMarked
package porchlight.gather.linux;

import org.jspecify.annotations.NullMarked;
