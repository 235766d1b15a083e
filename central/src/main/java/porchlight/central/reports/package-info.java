/** What a device says, as values: imports nothing of ours. */
@NullMarked
package porchlight.central.reports;

import org.jspecify.annotations.NullMarked;
