/** Listening sockets on Linux. */
@NullMarked
package porchlight.gather.linux.ports;

import org.jspecify.annotations.NullMarked;
