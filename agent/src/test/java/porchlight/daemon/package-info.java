/** Tests. */
@NullMarked
package porchlight.daemon;

import org.jspecify.annotations.NullMarked;
