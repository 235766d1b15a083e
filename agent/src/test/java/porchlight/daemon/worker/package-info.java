/** Tests. */
@NullMarked
package porchlight.daemon.worker;

import org.jspecify.annotations.NullMarked;
