/** The network of a Mac: routes, name servers, sockets, firewall. */
@NullMarked
package porchlight.gather.macos.network;

import org.jspecify.annotations.NullMarked;
