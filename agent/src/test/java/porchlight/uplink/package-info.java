/** Tests. */
@NullMarked
package porchlight.uplink;

import org.jspecify.annotations.NullMarked;
