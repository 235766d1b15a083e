/** What is read of Windows, held to what it says. */
@NullMarked
package porchlight.gather.windows.wifi;

import org.jspecify.annotations.NullMarked;
