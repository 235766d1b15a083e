/** What is read of Windows, held to what it says. */
@NullMarked
package porchlight.gather.windows.network;

import org.jspecify.annotations.NullMarked;
