/** Name servers on Linux: resolv.conf, and who stands behind a local address in it. */
@NullMarked
package porchlight.gather.linux.dns;

import org.jspecify.annotations.NullMarked;
