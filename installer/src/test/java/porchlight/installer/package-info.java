/** Tests of what was really built. */
@NullMarked
package porchlight.installer;

import org.jspecify.annotations.NullMarked;
