/** Tests of the road out. */
@NullMarked
package porchlight.uplink.road;

import org.jspecify.annotations.NullMarked;
