/** Whether a device is being heard: pure, time is passed in. */
@NullMarked
package porchlight.central.presence;

import org.jspecify.annotations.NullMarked;
