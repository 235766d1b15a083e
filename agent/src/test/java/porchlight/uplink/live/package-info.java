/** The road out through real proxies and real TLS servers, in a network of its own. */
@NullMarked
package porchlight.uplink.live;

import org.jspecify.annotations.NullMarked;
