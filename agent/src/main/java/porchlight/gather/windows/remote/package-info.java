/** What on Windows lets somebody elsewhere in, and what it offers to those around. */
@NullMarked
package porchlight.gather.windows.remote;

import org.jspecify.annotations.NullMarked;
