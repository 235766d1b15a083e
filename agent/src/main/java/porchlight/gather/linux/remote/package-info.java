/** What on Linux lets somebody elsewhere use this laptop. */
@NullMarked
package porchlight.gather.linux.remote;

import org.jspecify.annotations.NullMarked;
