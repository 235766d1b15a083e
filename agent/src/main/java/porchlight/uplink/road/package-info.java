/** The road out: proxies and the scripts that name them, certificates, and who vouches for them. */
@NullMarked
package porchlight.uplink.road;

import org.jspecify.annotations.NullMarked;
