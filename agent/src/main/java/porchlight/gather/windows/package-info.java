/** Reading Windows: one class per source. */
@NullMarked
package porchlight.gather.windows;

import org.jspecify.annotations.NullMarked;
