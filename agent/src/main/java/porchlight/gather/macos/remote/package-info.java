/** What on macOS lets somebody elsewhere use this laptop. */
@NullMarked
package porchlight.gather.macos.remote;

import org.jspecify.annotations.NullMarked;
