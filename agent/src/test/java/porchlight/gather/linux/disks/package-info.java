/** What is encrypted on Linux. */
@NullMarked
package porchlight.gather.linux.disks;

import org.jspecify.annotations.NullMarked;
