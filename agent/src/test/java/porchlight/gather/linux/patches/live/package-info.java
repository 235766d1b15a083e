/** Our reading of what waits, held against apt's own on roots that the tests build. */
@NullMarked
package porchlight.gather.linux.patches.live;

import org.jspecify.annotations.NullMarked;
