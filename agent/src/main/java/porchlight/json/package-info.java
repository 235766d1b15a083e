/** The words on wire and disk. */
@NullMarked
package porchlight.json;

import org.jspecify.annotations.NullMarked;
