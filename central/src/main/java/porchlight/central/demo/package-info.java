/** A believable fleet for looking at the pages: speaks to central as every laptop does. */
@NullMarked
package porchlight.central.demo;

import org.jspecify.annotations.NullMarked;
