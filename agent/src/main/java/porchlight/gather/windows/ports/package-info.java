/** What listens on Windows. */
@NullMarked
package porchlight.gather.windows.ports;

import org.jspecify.annotations.NullMarked;
