/** The only place that knows every room. */
@NullMarked
package porchlight;

import org.jspecify.annotations.NullMarked;
