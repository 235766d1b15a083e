/** Tests of what is left out, and of what is not. */
@NullMarked
package porchlight.installer.lean;

import org.jspecify.annotations.NullMarked;
