/** Tests of proxy scripts. */
@NullMarked
package porchlight.uplink.road.pac;

import org.jspecify.annotations.NullMarked;
