/** A call whose two ends are to be proven, as values. */
@NullMarked
package porchlight.central.calls;

import org.jspecify.annotations.NullMarked;
