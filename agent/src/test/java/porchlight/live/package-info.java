/** Tests against the real thing; each says what it needs where it cannot run. */
@NullMarked
package porchlight.live;

import org.jspecify.annotations.NullMarked;
