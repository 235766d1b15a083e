/** What of a Linux machine's storage is encrypted. */
@NullMarked
package porchlight.gather.linux.disks;

import org.jspecify.annotations.NullMarked;
