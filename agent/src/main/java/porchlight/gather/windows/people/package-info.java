/** How Windows lets its people in, and keeps others from what they left open. */
@NullMarked
package porchlight.gather.windows.people;

import org.jspecify.annotations.NullMarked;
