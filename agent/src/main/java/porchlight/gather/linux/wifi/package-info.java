/**
 * Wi-Fi on Linux: what the access point offers and what this laptop took, from whichever tool is
 * there.
 */
@NullMarked
package porchlight.gather.linux.wifi;

import org.jspecify.annotations.NullMarked;
