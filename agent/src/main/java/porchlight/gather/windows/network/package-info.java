/** The network of Windows: adapters, routes, name servers, proxies. */
@NullMarked
package porchlight.gather.windows.network;

import org.jspecify.annotations.NullMarked;
