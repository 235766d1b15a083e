/** What tools for remote control are recognised by, on every system. */
@NullMarked
package porchlight.gather.remote;

import org.jspecify.annotations.NullMarked;
