/** Where packets go on Linux: default gateways, and whether the way out is a tunnel. */
@NullMarked
package porchlight.gather.linux.route;

import org.jspecify.annotations.NullMarked;
