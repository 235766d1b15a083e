/** Whether Linux is kept up to date. */
@NullMarked
package porchlight.gather.linux.upkeep;

import org.jspecify.annotations.NullMarked;
