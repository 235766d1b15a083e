/** The resident half, which loads nothing but the JDK, and the worker that does one cycle. */
@NullMarked
package porchlight.daemon;

import org.jspecify.annotations.NullMarked;
