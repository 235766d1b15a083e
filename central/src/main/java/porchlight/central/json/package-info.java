/** The words on the wire: the only room with Jackson. */
@NullMarked
package porchlight.central.json;

import org.jspecify.annotations.NullMarked;
