/** Tests of the house itself. */
@NullMarked
package porchlight;

import org.jspecify.annotations.NullMarked;
