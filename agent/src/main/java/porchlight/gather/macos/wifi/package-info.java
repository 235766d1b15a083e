/** Wi-Fi on macOS, without asking for the user's location. */
@NullMarked
package porchlight.gather.macos.wifi;

import org.jspecify.annotations.NullMarked;
