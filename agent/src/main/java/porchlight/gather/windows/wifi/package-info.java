/** The Wi-Fi of Windows. */
@NullMarked
package porchlight.gather.windows.wifi;

import org.jspecify.annotations.NullMarked;
