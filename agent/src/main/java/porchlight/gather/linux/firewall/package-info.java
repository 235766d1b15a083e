/**
 * Would a stranger on this network reach a port of this laptop? Reads what is really loaded in the
 * kernel and walks a stranger's packet through it as the kernel would.
 */
@NullMarked
package porchlight.gather.linux.firewall;

import org.jspecify.annotations.NullMarked;
