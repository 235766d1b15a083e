/** Tests. */
@NullMarked
package porchlight.json;

import org.jspecify.annotations.NullMarked;
