/** Proves who calls: what a tech opens, a laptop signs, and a code confirms. */
@NullMarked
package porchlight.central.verify;

import org.jspecify.annotations.NullMarked;
